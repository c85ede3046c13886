package se.stegen.ui.admin;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.router.BeforeEnterEvent;
import com.vaadin.flow.router.BeforeEnterObserver;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import jakarta.annotation.security.PermitAll;
import java.util.List;
import se.stegen.access.AccessPolicy;
import se.stegen.curriculum.CurriculumEdition;
import se.stegen.curriculum.CurriculumService;
import se.stegen.curriculum.Regulation;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Html;
import se.stegen.ui.component.ImportPanel;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.Screen;
import se.stegen.ui.component.Sheet;

/** Every specialty's goals under a regulation, what is not sure about them, and goals from a file. */
@Route(Paths.CURRICULA)
@Prototype
@PermitAll
class CurriculaView extends Screen implements BeforeEnterObserver {
    static final String REGULATION = "curricula-regulation";

    private static final long serialVersionUID = 1L;

    private final transient CurriculumService curricula;
    private final transient AccessPolicy access;
    private final transient CurrentActor current;
    private final Div content = new Div();

    CurriculaView(CurriculumService curricula, AccessPolicy access, CurrentActor current) {
        this.curricula = curricula;
        this.access = access;
        this.current = current;
    }

    @Override
    public void beforeEnter(BeforeEnterEvent event) {
        access.requireAdminister(current.get());
        begin(t("curricula.title")).line(t("curricula.line"));
        RadioButtonGroup<Regulation> regulation = new RadioButtonGroup<>(t("trainee.regulation"));
        regulation.setId(REGULATION);
        regulation.setItems(Regulation.values());
        regulation.setItemLabelGenerator(one -> t("regulation." + one.code()));
        regulation.setValue(Regulation.HSLF_2021);
        regulation.addValueChangeListener(change -> fill(change.getValue()));
        add(new AdminTabs(Paths.CURRICULA), Html.div("card", regulation), content);
        fill(Regulation.HSLF_2021);
    }

    private void fill(Regulation regulation) {
        content.removeAll();
        List<CurriculumEdition> editions = curricula.latestEditions(current.get(), regulation);
        Sheet sheet = new Sheet(
                t("curricula.title"),
                List.of(t("trainee.specialty"), t("curricula.edition"), t("curricula.goals"), t("goal.checked")));
        for (CurriculumEdition edition : editions) {
            String remark = edition.remark();
            Span standing = new Span(t(edition.checked() ? "curricula.checked" : "goals.unchecked"));
            standing.addClassNames("tag", edition.checked() ? "good" : "warn");
            sheet.row(
                    Html.link(Paths.of(Paths.CURRICULUM, edition.id()), edition.specialtyName()),
                    new Span(Integer.toString(edition.number())),
                    new Span(Integer.toString(edition.goals())),
                    Html.div("", standing, Html.text("small", remark == null ? "" : remark)));
        }
        content.add(
                Html.div(
                        "card",
                        Html.text("h2", t("curricula.file")),
                        new Paragraph(t("curricula.file.help")),
                        new ImportPanel(
                                file -> curricula.previewFile(current.get(), regulation, file),
                                file -> curricula.importFile(current.get(), regulation, file))),
                Html.div("card", Html.text("h2", t("regulation." + regulation.code())), sheet));
    }
}
