"""One reader a published form, each giving lines."""
