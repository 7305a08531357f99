"""Letters about questions: to the office when one is asked, to who asked when it is answered."""

from collections.abc import Iterable

from finsam.members.access import people_in, standing
from finsam.members.greeting import write_to
from finsam.members.models import User
from finsam.members.permissions import Action
from plans.access import access_of
from plans.deciding.showing import threads_shown
from plans.models import Comment, Thread

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
    """Tell the others who have spoken in the thread, but those who no longer see it."""
    said = comment.thread.comments.exclude(author=None).select_related("author")
    people = {one.author for one in said if one.author}
    _tell(ANSWERED, comment, (user for user in people if _sees(user, comment.thread)), url)


def _sees(user: User, thread: Thread) -> bool:
    """Whether the person still does: roles end, and a draft is taken back."""
    person = standing(user, thread.plan.federation)
    access = access_of(user, person, thread.plan)
    return person.belongs and threads_shown(access, user).filter(pk=thread.pk).exists()


def _tell(kind: str, comment: Comment, people: Iterable[User], url: str) -> None:
    thread = comment.thread
    plan = thread.plan
    # What was sent is named as it was: the working copy's title is not theirs to know.
    title = thread.version.title if thread.version else plan.title
    for user in people:
        if user.pk == comment.author_id or not user.is_active:
            continue
        write_to(
            user,
            kind,
            subject=f"{SUBJECTS[kind]}: {title}",
            federation=plan.federation,
            comment=comment,
            thread=thread,
            title=title,
            url=f"{url}#fraga-{thread.key}",
        )
