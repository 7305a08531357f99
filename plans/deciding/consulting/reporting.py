"""What came out of the samråd, in words."""

from plans.models import ConsultationAnswer, Plan


def brief_of(plan: Plan) -> tuple[str, ...]:
    """The samråd in brief, a sentence each; nothing where none has been held."""
    rounds = plan.consultations.all()
    newest = rounds.order_by("-pk").first()
    if newest is None:
        return ()
    answers = ConsultationAnswer.objects.filter(consultation=newest).standing().count()
    return (
        f"Samråd pågick {newest.opened_on}–{newest.closes_on}. "
        f"Svar har kommit från {answers} av medlemmarna.",
    )
