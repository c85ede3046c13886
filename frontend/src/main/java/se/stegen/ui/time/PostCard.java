package se.stegen.ui.time;

import static se.stegen.ui.time.Editing.day;
import static se.stegen.ui.time.Editing.end;
import static se.stegen.ui.time.Editing.t;

import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import se.stegen.organisation.Clinic;
import se.stegen.programme.Post;
import se.stegen.programme.ProgrammeService;
import se.stegen.ui.Choices;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.EmptyState;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.PeriodField;
import se.stegen.ui.component.Sheet;

/** The posts of a programme; who manages it adds, moves and ends them. */
@Singleton
public final class PostCard {
    /** Id of the button that adds one. */
    public static final String ADD = "add-post";

    private final ProgrammeService programmes;
    private final Choices choices;
    private final CurrentActor current;

    PostCard(ProgrammeService programmes, Choices choices, CurrentActor current) {
        this.programmes = programmes;
        this.choices = choices;
        this.current = current;
    }

    /** The card. */
    public Div of(List<Post> posts, Editing editing) {
        Div card = Html.div("card", Html.text("h2", t("trainee.posts")));
        List<String> columns = new ArrayList<>(List.of(t("clinic.name"), t("dates.from"), t("dates.to")));
        if (editing.allowed()) {
            columns.add(t("time.change"));
        }
        Sheet sheet = new Sheet(t("trainee.posts"), columns);
        for (Post post : posts) {
            List<Component> cells = new ArrayList<>(List.of(
                    new Span(post.clinicName()), new Span(day(post.startDate())), new Span(end(post.endDate()))));
            if (editing.allowed()) {
                String which = post.clinicName() + " " + day(post.startDate());
                cells.add(Editing.buttons(Editing.small("admin.change", which, () -> open(post, editing))));
            }
            sheet.row(cells.toArray(Component[]::new));
        }
        card.add(posts.isEmpty() ? new EmptyState(t("trainee.posts.empty")) : sheet);
        if (editing.allowed()) {
            card.add(Editing.add(ADD, "trainee.add.post", () -> open(null, editing)));
        }
        return card;
    }

    private void open(@Nullable Post post, Editing editing) {
        ComboBox<Clinic> clinic = choices.clinic(t("clinic.name"));
        PeriodField days = new PeriodField(t("dates.from"), t("dates.to"));
        days.to().setHelperText(t("time.post.end.help"));
        clinic.setId("post-clinic");
        days.from().setId("post-from");
        days.to().setId("post-to");
        if (post != null) {
            days.from().setValue(post.startDate());
            days.to().setValue(post.endDate());
        }
        FormDialog dialog = new FormDialog(
                post == null ? t("trainee.add.post") : t("admin.change.of", post.clinicName()), t("save"), () -> {
                    var from = days.from().getValue();
                    var to = days.to().getValue();
                    if (post == null) {
                        Clinic chosen = clinic.getValue();
                        programmes.addPost(
                                current.get(), editing.programmeId(), chosen == null ? null : chosen.id(), from, to);
                    } else {
                        programmes.changePost(
                                current.get(), editing.programmeId(), post.id(), post.version(), from, to);
                    }
                    editing.refresh().accept(ADD);
                });
        if (post == null) {
            dialog.field("clinicId", clinic);
        }
        dialog.field("startDate", days.from()).field("endDate", days.to()).open();
    }
}
