"""Letters about questions: to the office when one is asked, to who asked when it is answered."""

from collections.abc import Iterable

from finsam.letters.composing import body_of
from finsam.letters.posting import post
from finsam.members.access import people_in
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.models import Comment

ASKED, ANSWERED = "question_asked", "question_answered"
SUBJECTS = {ASKED: "En fråga om planen", ANSWERED: "Svar på en fråga om planen"}


def tell_asked(comment: Comment, url: str) -> None:
    """Tell those who can answer, but who asked. `url` is where, whole."""
    office = [
        user
        for user, person in people_in(comment.thread.plan.federation)
        if person.may(Action.RESOLVE_QUESTIONS)
    ]
    _tell(ASKED, comment, office, url)


def tell_answered(comment: Comment, url: str) -> None:
    """Tell the others who have spoken in the thread."""
    said = comment.thread.comments.exclude(author=None).select_related("author")
    _tell(ANSWERED, comment, {one.author for one in said if one.author}, url)


def _tell(kind: str, comment: Comment, people: Iterable[User], url: str) -> None:
    thread = comment.thread
    plan = thread.plan
    # What was sent is named as it was: the working copy's title is not theirs to know.
    title = thread.version.title if thread.version else plan.title
    for user in people:
        if user.pk == comment.author_id or not user.is_active:
            continue
        context = {
            "to_name": user.name,
            "comment": comment,
            "thread": thread,
            "title": title,
            "federation": plan.federation,
            "url": f"{url}#fraga-{thread.key}",
        }
        post(
            kind=kind,
            to_address=user.email,
            to_name=user.name,
            subject=f"{SUBJECTS[kind]}: {title}",
            body=body_of(kind, **context),
            federation=plan.federation,
        )
