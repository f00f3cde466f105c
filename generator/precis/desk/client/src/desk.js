/** The script of every screen: what all have, then what the screen has. */
import { board } from "./board.js";
import { compare } from "./compare.js";
import { digest } from "./digest.js";
import * as keys from "./keys.js";
import { data } from "./page.js";
import { record } from "./record.js";
import * as settings from "./settings.js";

/** @type {Record<string, () => void>} */
const screens = { board, compare, digest, record };

keys.start();
settings.start();
screens[data.screen]?.();
