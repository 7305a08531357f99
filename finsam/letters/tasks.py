"""What the worker does: deliver letters, and look after the queue itself."""

from asgiref.sync import sync_to_async
from procrastinate import BaseRetryStrategy, JobContext, RetryDecision, builtin_tasks
from procrastinate.contrib.django import app
from procrastinate.jobs import Job

from finsam.letters import delivering, sweeping
from finsam.letters.queue import DELIVER, QUEUE

FIRST_WAIT, LONGEST_WAIT = 10, 3600
KEPT = 3 * 24
"""Hours that finished jobs stay in the queue's table."""

LOOK_AFTER = "letters.look_after"
REMOVE_OLD = "letters.remove_old_jobs"


class GrowingWaits(BaseRetryStrategy):
    """Ten seconds, then twice as long each time, up to an hour. The letter says when to give up."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision:
        return RetryDecision(retry_in={"seconds": wait_after(job.attempts)})


def wait_after(attempts: int) -> int:
    """Seconds until the next attempt, after so many earlier ones."""
    # From the tenth on it is the longest anyhow, and two to the hundredth is no number to make.
    return min(LONGEST_WAIT, FIRST_WAIT << min(attempts, 10))


@app.task(name=DELIVER, queue=QUEUE, retry=GrowingWaits())
def deliver(letter: int) -> None:
    """Send one letter."""
    delivering.deliver(letter)


@app.periodic(cron="* * * * *")
@app.task(name=LOOK_AFTER, queue=QUEUE, queueing_lock=LOOK_AFTER, pass_context=True)
async def look_after(context: JobContext, timestamp: int) -> None:
    """Every minute: what a dead worker had in hand, and what waits without a job."""
    await sweeping.pick_up(context.app.job_manager)
    await sync_to_async(sweeping.sweep)()


@app.periodic(cron="17 3 * * *")
@app.task(name=REMOVE_OLD, queue=QUEUE, queueing_lock=REMOVE_OLD, pass_context=True)
async def remove_old_jobs(context: JobContext, timestamp: int) -> None:
    """Every night: the queue's own memory is short; a letter says for itself what became of it."""
    await builtin_tasks.remove_old_jobs(
        context, max_hours=KEPT, remove_failed=True, remove_cancelled=True, remove_aborted=True
    )
