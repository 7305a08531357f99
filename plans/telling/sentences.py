"""A trace as one sentence."""

from collections.abc import Callable, Mapping

from finsam.federations import telling as house
from finsam.members import telling as people
from finsam.traces.happening import Happening
from plans.telling import decisions, plans

TELLERS: Mapping[str, Callable[[Happening], str]] = {
    "user": people.account,
    "authenticator": people.authenticator,
    "role": people.role,
    "invitation": people.invitation,
    "member": people.member,
    "seat": people.seat,
    "auditor": people.auditor,
    "federation": house.federation,
    "meeting": house.meeting,
    "plan": plans.plan,
    "decision": plans.decision,
    "share": plans.share,
    "record": decisions.record,
    "decision_file": decisions.file,
    "clearing": plans.clearing,
}
"""Who tells what of each kind that finsam/traces/migrations traces."""


def sentence(one: Happening) -> str:
    """What happened, in plain Swedish. Raises KeyError for a kind that nobody tells."""
    return TELLERS[one.kind](one)
