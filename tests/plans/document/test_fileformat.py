from hypothesis import given, settings

from plans.document.content import PlanContent
from plans.document.fileformat import canonical, content_of, plan_bytes
from tests.strategies.plans import plans


@given(plans())
@settings(max_examples=40, deadline=None)
def test_a_plan_read_from_its_file_is_the_plan_that_was_written(plan: PlanContent) -> None:
    assert content_of(plan_bytes(plan)) == canonical(plan)
