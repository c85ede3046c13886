package se.stegen.iup;

import io.micronaut.core.annotation.Nullable;
import io.micronaut.http.HttpStatus;
import io.micronaut.http.annotation.Body;
import io.micronaut.http.annotation.Controller;
import io.micronaut.http.annotation.Delete;
import io.micronaut.http.annotation.Get;
import io.micronaut.http.annotation.Header;
import io.micronaut.http.annotation.PathVariable;
import io.micronaut.http.annotation.Post;
import io.micronaut.http.annotation.Put;
import io.micronaut.http.annotation.QueryValue;
import io.micronaut.http.annotation.Status;
import io.micronaut.scheduling.TaskExecutors;
import io.micronaut.scheduling.annotation.ExecuteOn;
import io.micronaut.security.annotation.Secured;
import io.micronaut.security.rules.SecurityRule;
import io.micronaut.serde.annotation.Serdeable;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import se.stegen.access.ApiActor;
import se.stegen.access.IupApprover;
import se.stegen.common.ApiTime;
import se.stegen.common.Ids;
import se.stegen.common.ListPage;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.common.Versions;
import se.stegen.signing.ActionBody;

/** Plans (IUP) over REST. */
@Controller("/api/v1/trainees/{traineeId}/iup")
@Secured(SecurityRule.IS_AUTHENTICATED)
@ExecuteOn(TaskExecutors.BLOCKING)
class IupController {
    private final IupService plans;
    private final IupApprovalService approvals;
    private final ApiActor actors;

    IupController(IupService plans, IupApprovalService approvals, ApiActor actors) {
        this.plans = plans;
        this.approvals = approvals;
        this.actors = actors;
    }

    @Get
    Resource get(Principal principal, @PathVariable String traineeId) {
        return Resource.of(plans.get(actors.actor(principal), Ids.path(traineeId)));
    }

    @Put
    Resource replace(
            Principal principal,
            @PathVariable String traineeId,
            @Body PlanBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Resource.of(plans.replace(
                actors.actor(principal),
                Ids.path(traineeId),
                Versions.required(body.version(), ifMatch),
                body.written()));
    }

    @Post("/items")
    @Status(HttpStatus.CREATED)
    Item add(Principal principal, @PathVariable String traineeId, @Body ItemBody body) {
        return Item.of(plans.add(actors.actor(principal), Ids.path(traineeId), body.data()));
    }

    @Put("/items/{itemId}")
    Item change(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String itemId,
            @Body ItemBody body,
            @Nullable @Header("If-Match") String ifMatch) {
        return Item.of(plans.change(
                actors.actor(principal),
                Ids.path(traineeId),
                Ids.path(itemId),
                Versions.required(body.version(), ifMatch),
                body.data()));
    }

    @Delete("/items/{itemId}")
    @Status(HttpStatus.NO_CONTENT)
    void remove(
            Principal principal,
            @PathVariable String traineeId,
            @PathVariable String itemId,
            @Nullable @QueryValue Integer version,
            @Nullable @Header("If-Match") String ifMatch) {
        plans.remove(
                actors.actor(principal), Ids.path(traineeId), Ids.path(itemId), Versions.required(version, ifMatch));
    }

    @Post("/submit")
    Resource submit(Principal principal, @PathVariable String traineeId, @Nullable @Body ActionBody body) {
        return Resource.of(approvals.submit(actors.actor(principal), Ids.path(traineeId), ActionBody.versionOf(body)));
    }

    @Post("/withdraw")
    Resource withdraw(Principal principal, @PathVariable String traineeId, @Nullable @Body ActionBody body) {
        return Resource.of(
                approvals.withdraw(actors.actor(principal), Ids.path(traineeId), ActionBody.versionOf(body)));
    }

    @Post("/approve")
    Resource approve(Principal principal, @PathVariable String traineeId, @Nullable @Body ActionBody body) {
        return Resource.of(approvals.approve(actors.actor(principal), Ids.path(traineeId), ActionBody.versionOf(body)));
    }

    @Post("/return")
    Resource giveBack(Principal principal, @PathVariable String traineeId, @Nullable @Body ActionBody body) {
        return Resource.of(approvals.giveBack(
                actors.actor(principal), Ids.path(traineeId), ActionBody.versionOf(body), ActionBody.reasonOf(body)));
    }

    @Get("/versions")
    ListPage<Version> versions(Principal principal, @PathVariable String traineeId) {
        List<Version> found = approvals.versions(actors.actor(principal), Ids.path(traineeId)).stream()
                .map(Version::of)
                .toList();
        return new ListPage<>(found, found.size());
    }

    @Get("/versions/{number}")
    Content version(Principal principal, @PathVariable String traineeId, @PathVariable String number) {
        IupContent content = approvals.version(
                actors.actor(principal), Ids.path(traineeId), Math.clamp(Ids.path(number), 0, 1_000_000));
        return new Content(
                content.regulation(),
                Long.toString(content.curriculumId()),
                content.items().stream().map(Item::of).toList());
    }

    @Get("/comments")
    ListPage<Comment> comments(Principal principal, @PathVariable String traineeId) {
        return Comment.all(approvals.comments(actors.actor(principal), Ids.path(traineeId)));
    }

    @Post("/comments")
    @Status(HttpStatus.CREATED)
    ListPage<Comment> comment(Principal principal, @PathVariable String traineeId, @Body CommentBody body) {
        return Comment.all(approvals.comment(actors.actor(principal), Ids.path(traineeId), body.text()));
    }

    /** A whole plan as it is written. */
    @Serdeable
    record PlanBody(
            @Nullable List<@Nullable ItemBody> items,
            @Nullable Integer version) {
        List<IupItemData> written() {
            if (items == null) {
                throw Problem.field("items", ProblemCode.REQUIRED);
            }
            return items.stream()
                    .map(item -> {
                        if (item == null) {
                            throw Problem.field("items", ProblemCode.REQUIRED);
                        }
                        return item.data();
                    })
                    .toList();
        }
    }

    /** An activity as it is written. */
    @Serdeable
    record ItemBody(
            @Nullable String id,
            @Nullable List<@Nullable String> goalCodes,
            @Nullable String kind,
            @Nullable String title,
            @Nullable LocalDate from,
            @Nullable LocalDate to,
            @Nullable String assessmentMethod,
            @Nullable String leader,
            @Nullable String note,
            @Nullable Integer version) {
        IupItemData data() {
            List<String> codes = goalCodes == null
                    ? List.of()
                    : goalCodes.stream().filter(Objects::nonNull).toList();
            return new IupItemData(
                    Ids.optional("id", id), kind, title, from, to, codes, assessmentMethod, leader, note);
        }
    }

    /** An activity. */
    @Serdeable
    record Item(
            String id,
            List<String> goalCodes,
            IupKind kind,
            String title,
            LocalDate from,
            LocalDate to,
            String assessmentMethod,
            String leader,
            String note,
            @Nullable String placementId,
            int version) {
        static Item of(IupItem item) {
            return new Item(
                    Long.toString(item.id()),
                    item.goalCodes(),
                    item.kind(),
                    item.title(),
                    item.from(),
                    item.to(),
                    item.assessmentMethod(),
                    item.leader(),
                    item.note(),
                    Ids.text(item.placementId()),
                    item.version());
        }
    }

    /** Who approved, as what and when. */
    @Serdeable
    record Approval(
            IupApprover approver, String name, @Nullable Instant approvedAt) {
        static Approval of(IupApproval approval) {
            return new Approval(approval.approver(), approval.personName(), ApiTime.instant(approval.approvedAt()));
        }
    }

    /** A plan. */
    @Serdeable
    record Resource(
            String traineeId,
            String traineeName,
            String curriculumId,
            IupState state,
            LocalDate from,
            LocalDate to,
            List<Item> items,
            @Nullable Integer approvedVersion,
            @Nullable LocalDate approvedOn,
            Set<IupApprover> approvers,
            List<Approval> approvals,
            @Nullable LocalDate deadline,
            @Nullable Instant sentAt,
            @Nullable Instant changedAt,
            @Nullable String reason,
            int version) {
        static Resource of(Iup plan) {
            return new Resource(
                    Long.toString(plan.programmeId()),
                    plan.doctorName(),
                    Long.toString(plan.curriculumId()),
                    plan.state(),
                    plan.from(),
                    plan.to(),
                    plan.items().stream().map(Item::of).toList(),
                    plan.latest().map(IupVersion::number).orElse(null),
                    plan.latest().map(IupVersion::approvedOn).orElse(null),
                    plan.approvers(),
                    plan.approvals().stream().map(Approval::of).toList(),
                    plan.deadline(),
                    ApiTime.instant(plan.sentAt()),
                    ApiTime.instant(plan.changedAt()),
                    plan.reason(),
                    plan.version());
        }
    }

    /** An approved version. */
    @Serdeable
    record Version(
            int number,
            LocalDate approvedOn,
            List<String> approvedBy,
            List<Approval> approvals,
            String sentBy,
            @Nullable Instant sentAt) {
        static Version of(IupVersion v) {
            return new Version(
                    v.number(),
                    v.approvedOn(),
                    v.approvals().stream()
                            .map(IupApproval::personName)
                            .distinct()
                            .toList(),
                    v.approvals().stream().map(Approval::of).toList(),
                    v.sentByName(),
                    ApiTime.instant(v.sentAt()));
        }
    }

    /** What an approved version says. */
    @Serdeable
    record Content(String regulation, String curriculumId, List<Item> items) {}

    /** What is said of a plan. */
    @Serdeable
    record CommentBody(@Nullable String text) {}

    /** What was said of a plan. */
    @Serdeable
    record Comment(String author, @Nullable Instant writtenAt, String text) {
        static ListPage<Comment> all(List<IupComment> comments) {
            List<Comment> found = comments.stream()
                    .map(c -> new Comment(c.authorName(), ApiTime.instant(c.writtenAt()), c.text()))
                    .toList();
            return new ListPage<>(found, found.size());
        }
    }
}
