package se.stegen.history;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.stegen.history.DraftRepository.DoctorRow;

/** Doctors by username, mail address and name. */
final class DraftDoctors {
    private final Map<String, List<DoctorRow>> byName = new HashMap<>();
    private final @Nullable DoctorRow only;

    DraftDoctors(List<DoctorRow> doctors, boolean one) {
        only = one && doctors.size() == 1 ? doctors.getFirst() : null;
        for (DoctorRow doctor : doctors) {
            // The username is the mail address as often as not.
            Set<String> names =
                    new LinkedHashSet<>(List.of(plain(doctor.username()), plain(doctor.email()), plain(doctor.name())));
            for (String name : names) {
                byName.computeIfAbsent(name, any -> new ArrayList<>()).add(doctor);
            }
        }
    }

    Optional<DoctorRow> find(String written, RowReading reading) {
        DoctorRow mine = only;
        if (written.isBlank()) {
            if (mine == null) {
                reading.remark(HistoryField.DOCTOR, RowRemark.Code.DOCTOR_MISSING);
            }
            return Optional.ofNullable(mine);
        }
        List<DoctorRow> found = byName.getOrDefault(plain(written), List.of());
        if (found.size() != 1) {
            reading.remark(
                    HistoryField.DOCTOR, found.isEmpty() ? RowRemark.Code.DOCTOR_UNKNOWN : RowRemark.Code.DOCTOR_TWICE);
            return Optional.empty();
        }
        return Optional.of(found.getFirst());
    }

    /** {@code Lind, Maja} is {@code maja lind}. */
    private static String plain(String name) {
        String text = name.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
        int comma = text.indexOf(',');
        return comma < 0 ? text : (text.substring(comma + 1) + " " + text.substring(0, comma)).strip();
    }
}
