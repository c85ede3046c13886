package se.stegen.ui.assessment;

import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.combobox.MultiSelectComboBox;
import com.vaadin.flow.component.contextmenu.SubMenu;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.menubar.MenuBar;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.data.provider.CallbackDataProvider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import se.stegen.assessment.Assessment;
import se.stegen.assessment.AssessmentCode;
import se.stegen.assessment.AssessmentRequest;
import se.stegen.assessment.AssessmentService;
import se.stegen.assessment.Assessor;
import se.stegen.assessment.CodeService;
import se.stegen.common.Problem;
import se.stegen.common.ProblemCode;
import se.stegen.signing.RecordState;
import se.stegen.ui.Colleagues;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.bridge.PageAddress;
import se.stegen.ui.component.FormDialog;
import se.stegen.ui.component.Paths;
import se.stegen.ui.component.PersonPicker;
import se.stegen.ui.component.ProblemNotice;
import se.stegen.ui.component.QrCode;

/** The other ways in to an answer, behind one button: together here, a code to scan, several at once, somebody else. */
@Singleton
final class AssessmentWays {
    static final String MENU = "assessment-ways";
    static final String TOGETHER = "assessment-together";
    static final String CODE = "assessment-code";
    static final String SEVERAL = "assessment-several";
    static final String FORWARD = "assessment-forward";
    static final String PEOPLE = "assessment-people";
    static final String NOTE = "assessment-note";

    private final AssessmentService service;
    private final CodeService codes;
    private final Colleagues colleagues;
    private final CurrentActor current;

    AssessmentWays(AssessmentService service, CodeService codes, Colleagues colleagues, CurrentActor current) {
        this.service = service;
        this.codes = codes;
        this.colleagues = colleagues;
        this.current = current;
    }

    /** The button, where there is another way. */
    Optional<MenuBar> menu(AssessmentView view) {
        Assessment shown = view.assessment();
        boolean doctor = current.get().personId() == shown.doctorId();
        boolean open = doctor && (shown.maySend() || shown.state() == RecordState.SENT);
        if (!open && !shown.mayForward()) {
            return Optional.empty();
        }
        MenuBar bar = new MenuBar();
        bar.setId(MENU);
        SubMenu menu = bar.addItem(view.getTranslation("assessment.ways")).getSubMenu();
        if (open) {
            item(
                    menu,
                    TOGETHER,
                    view,
                    "assessment.together",
                    () -> view.leaveFor(Paths.of(Paths.TOGETHER, shown.id())));
            item(menu, CODE, view, "assessment.code", () -> code(view));
        }
        if (doctor && shown.state() == RecordState.DRAFT) {
            item(menu, SEVERAL, view, "assessment.several", () -> several(view));
        }
        if (shown.mayForward()) {
            item(menu, FORWARD, view, "assessment.forward", () -> forward(view));
        }
        return Optional.of(bar);
    }

    private static void item(SubMenu menu, String id, AssessmentView view, String key, Runnable action) {
        menu.addItem(view.getTranslation(key), click -> action.run()).setId(id);
    }

    private void code(AssessmentView view) {
        if (!view.kept()) {
            return;
        }
        view.tried(() -> {
            Assessment shown = view.assessment();
            AssessmentCode code = codes.make(current.get(), shown.id());
            Dialog dialog = new Dialog(view.getTranslation("assessment.code.title"));
            dialog.setWidth("min(420px, 100%)");
            dialog.add(
                    new QrCode(PageAddress.origin() + code.path(), view.getTranslation("assessment.code.label")),
                    new Paragraph(view.getTranslation("assessment.code.text", Integer.toString(CodeService.MINUTES))));
            Button close = new Button(view.getTranslation("close"), click -> dialog.close());
            dialog.getFooter().add(close);
            // The colleague may have scanned it meanwhile.
            dialog.addOpenedChangeListener(change -> {
                if (!change.isOpened()) {
                    view.again();
                }
            });
            dialog.open();
        });
    }

    private void forward(AssessmentView view) {
        Assessment shown = view.assessment();
        PersonPicker person = new PersonPicker(view.getTranslation("assessment.forward.to"), colleagues);
        person.field().setId(PEOPLE);
        TextField note = new TextField(view.getTranslation("assessment.forward.note"));
        note.setId(NOTE);
        note.setMaxLength(500);
        new FormDialog(
                        view.getTranslation("assessment.forward"),
                        view.getTranslation("assessment.forward.verb"),
                        () -> {
                            Long personId = person.personId();
                            if (personId == null) {
                                throw Problem.field("assessorId", ProblemCode.REQUIRED);
                            }
                            Assessment forwarded = service.forward(
                                    current.get(),
                                    shown.id(),
                                    shown.version(),
                                    Assessor.person(personId),
                                    note.getValue());
                            ProblemNotice.done(
                                    view.getTranslation("assessment.forward.done", forwarded.assessorName()));
                            if (forwarded.doctorId() == current.get().personId()) {
                                view.again();
                            } else {
                                // It may be out of the former assessor's sight now.
                                UI.getCurrent().navigate(Paths.HOME);
                            }
                        })
                .field("assessorId", person.field())
                .field("note", note)
                .open();
    }

    private void several(AssessmentView view) {
        if (!view.kept()) {
            return;
        }
        Assessment shown = view.assessment();
        MultiSelectComboBox<PersonPicker.Choice> people =
                new MultiSelectComboBox<>(view.getTranslation("assessment.several.who"));
        people.setId(PEOPLE);
        people.setItemLabelGenerator(PersonPicker.Choice::name);
        CallbackDataProvider.FetchCallback<PersonPicker.Choice, String> fetch =
                query -> colleagues.find(query.getFilter().orElse(""), query.getOffset(), query.getLimit()).stream();
        people.setItems(fetch);
        new FormDialog(
                        view.getTranslation("assessment.several"),
                        view.getTranslation("assessment.several.verb"),
                        () -> {
                            List<Assessor> asked = new ArrayList<>();
                            people.getValue().forEach(choice -> asked.add(Assessor.person(choice.id())));
                            AssessmentRequest request = new AssessmentRequest(
                                    shown.template().code(),
                                    shown.observedOn(),
                                    null,
                                    null,
                                    shown.goalCodes(),
                                    shown.competences(),
                                    shown.context());
                            int sent = service.askAll(current.get(), shown.programmeId(), request, asked)
                                    .size();
                            ProblemNotice.done(view.getTranslation("assessment.several.done", sent));
                            // The draft was what was asked of each; it is not needed any more.
                            view.leave(() -> service.delete(
                                    current.get(), shown.id(), view.assessment().version()));
                        })
                .field("assessors", people)
                .open();
    }
}
