package se.stegen.ui.admin;

import com.vaadin.flow.component.combobox.ComboBox;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.select.Select;
import java.util.Locale;
import se.stegen.access.Role;
import se.stegen.access.ScopeType;
import se.stegen.common.Messages;
import se.stegen.curriculum.Specialty;
import se.stegen.organisation.Clinic;
import se.stegen.organisation.Organisation;
import se.stegen.organisation.PersonService;
import se.stegen.organisation.QualificationData;
import se.stegen.organisation.QualificationKind;
import se.stegen.organisation.RoleData;
import se.stegen.ui.Choices;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.component.Dates;
import se.stegen.ui.component.FormDialog;

/** Gives a person a role or a qualification. */
final class PersonDialogs {
    static final String ROLE = "role-role";
    static final String ROLE_CLINIC = "role-clinic";
    static final String ROLE_ORGANISATION = "role-organisation";
    static final String ROLE_FROM = "role-from";
    static final String KIND = "qualification-kind";
    static final String SPECIALTY = "qualification-specialty";
    static final String DATE = "qualification-date";

    private final PersonService people;
    private final Choices choices;
    private final CurrentActor current;
    private final Locale locale;

    PersonDialogs(PersonService people, Choices choices, CurrentActor current, Locale locale) {
        this.people = people;
        this.choices = choices;
        this.current = current;
        this.locale = locale;
    }

    void role(long personId, Runnable after) {
        Select<Role> role = new Select<>();
        role.setLabel(t("role"));
        role.setItems(Role.values());
        role.setItemLabelGenerator(one -> t("role." + one));
        ComboBox<Clinic> clinic = choices.clinic(t("clinic.name"));
        clinic.setClearButtonVisible(true);
        clinic.setHelperText(t("role.scope.help"));
        ComboBox<Organisation> organisation = choices.organisation(t("admin.organisation"));
        DatePicker from = Dates.field(t("dates.from"), locale);
        DatePicker to = Dates.field(t("dates.to"), locale);
        to.setClearButtonVisible(true);
        role.setId(ROLE);
        clinic.setId(ROLE_CLINIC);
        organisation.setId(ROLE_ORGANISATION);
        from.setId(ROLE_FROM);
        new FormDialog(t("people.add.role"), t("save"), () -> {
                    Clinic one = clinic.getValue();
                    Organisation other = organisation.getValue();
                    people.giveRole(
                            current.get(),
                            personId,
                            new RoleData(
                                    role.getValue(),
                                    one != null ? ScopeType.CLINIC : other != null ? ScopeType.ORGANISATION : null,
                                    one != null
                                            ? Long.valueOf(one.id())
                                            : other != null ? Long.valueOf(other.id()) : null,
                                    from.getValue(),
                                    to.getValue()));
                    after.run();
                })
                .field("role", role)
                .field("scopeId", clinic)
                .field("scopeType", organisation)
                .field("validFrom", from)
                .field("validTo", to)
                .open();
    }

    void qualification(long personId, Runnable after) {
        Select<QualificationKind> kind = new Select<>();
        kind.setLabel(t("qualification"));
        kind.setItems(QualificationKind.values());
        kind.setItemLabelGenerator(one -> t("qualification." + one));
        ComboBox<Specialty> specialty = choices.specialty(t("trainee.specialty"), null);
        specialty.setClearButtonVisible(true);
        specialty.setHelperText(t("qualification.specialty.help"));
        DatePicker date = Dates.field(t("supervision.date"), locale);
        kind.setId(KIND);
        specialty.setId(SPECIALTY);
        date.setId(DATE);
        new FormDialog(t("people.add.qualification"), t("save"), () -> {
                    Specialty chosen = specialty.getValue();
                    people.addQualification(
                            current.get(),
                            personId,
                            new QualificationData(
                                    kind.getValue(), chosen == null ? null : chosen.code(), date.getValue()));
                    after.run();
                })
                .field("kind", kind)
                .field("specialtyCode", specialty)
                .field("date", date)
                .open();
    }

    private String t(String key) {
        return Messages.get(locale, key);
    }
}
