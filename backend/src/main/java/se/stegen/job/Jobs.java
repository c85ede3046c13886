package se.stegen.job;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.helper.RecurringTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.Daily;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import com.github.kagkarlsson.scheduler.task.schedule.Schedule;
import io.micronaut.context.annotation.Context;
import io.micronaut.context.annotation.Property;
import io.micronaut.context.annotation.Requires;
import io.micronaut.data.connection.jdbc.advice.DelegatingDataSource;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import javax.sql.DataSource;
import se.stegen.common.Today;

/**
 * Runs the jobs with db-scheduler on the table {@code scheduled_tasks}: each on one instance at a time, whatever the
 * number of instances. One whose instance died is taken up by another after six signs of life that did not come:
 * three minutes, or six times {@code stegen.jobs.heartbeat}.
 */
@Context
@Requires(property = "stegen.jobs.enabled", notEquals = "false")
final class Jobs {
    private static final int THREADS = 2;
    private static final int LONGEST_HOST = 30;
    private static final Duration LOOK = Duration.ofSeconds(2);

    private final Scheduler scheduler;

    Jobs(
            DataSource dataSource,
            List<Job> jobs,
            @Property(name = "stegen.jobs.heartbeat", defaultValue = "30s") Duration heartbeat) {
        List<RecurringTask<Void>> tasks = jobs.stream().map(Jobs::task).toList();
        // Its connections are its own: it works outside of Micronaut's transactions.
        scheduler = Scheduler.create(DelegatingDataSource.unwrapDataSource(dataSource))
                .startTasks(tasks)
                .threads(THREADS)
                .pollingInterval(LOOK)
                .schedulerName(new SchedulerName.Fixed(name()))
                .heartbeatInterval(heartbeat)
                .alwaysPersistTimestampInUTC()
                .build();
    }

    /** This process among all that run jobs: {@code scheduled_tasks.picked_by} tells who runs what. */
    private static String name() {
        String host = Objects.requireNonNullElse(System.getenv("HOSTNAME"), "stegen");
        return ProcessHandle.current().pid() + "@" + host.substring(0, Math.min(host.length(), LONGEST_HOST));
    }

    private static RecurringTask<Void> task(Job job) {
        return Tasks.recurring(job.name(), schedule(job.when())).execute((instance, context) -> job.run());
    }

    private static Schedule schedule(Job.When when) {
        return switch (when) {
            case Job.When.Every every -> FixedDelay.of(every.pause());
            case Job.When.Daily daily -> new Daily(Today.SWEDEN, daily.time());
        };
    }

    @PostConstruct
    void start() {
        scheduler.start();
    }

    @PreDestroy
    void stop() {
        scheduler.stop();
    }
}
