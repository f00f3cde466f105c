"""The rules of the house: what a record must not say, told by the names of the rules, with where it stands and why.

The rules are data, templates/checks/; what no pattern finds, a module of `finders` does.
"""

from precis.checks.alarm import Alarm
from precis.checks.check import alarms_of, rules_for
from precis.checks.rule import Fixing, Level, Rule
from precis.checks.rules import every_rule, load_rules
from precis.checks.subject import Subject

__all__ = ["Alarm", "Fixing", "Level", "Rule", "Subject", "alarms_of", "every_rule", "load_rules", "rules_for"]
