package se.stegen.invitation;

import jakarta.inject.Singleton;
import jakarta.transaction.Transactional;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import se.stegen.common.Today;
import se.stegen.programme.ProgrammeChanges;

/** Notes what is odd and tells the studierektor of the doctor's clinic. */
@Singleton
class Oddities {
    private static final int LONGEST_DETAIL = 300;

    private final OddityRepository rows;
    private final ProgrammeChanges changes;
    private final Today today;
    private final Set<String> privateDomains = privateDomains();

    Oddities(OddityRepository rows, ProgrammeChanges changes, Today today) {
        this.rows = rows;
        this.changes = changes;
        this.today = today;
    }

    /** Looks at an answer that was just signed by link. */
    @Transactional
    void look(
            long assessmentId,
            String email,
            Set<String> askerDevices,
            @io.micronaut.core.annotation.Nullable String signerDevice) {
        var since = Today.startOf(today.date());
        OddityRules.Facts facts = new OddityRules.Facts(
                email, askerDevices, signerDevice, rows.byAddress(email, since), rows.forDoctor(assessmentId, since));
        OddityRules.of(facts, privateDomains).forEach(odd -> note(assessmentId, odd));
    }

    /** Notes it once; a second report changes nothing. */
    @Transactional
    void note(long assessmentId, Oddity odd) {
        String detail = odd.detail().length() <= LONGEST_DETAIL
                ? odd.detail()
                : odd.detail().substring(0, LONGEST_DETAIL);
        if (rows.note(assessmentId, odd.kind().name(), detail, today.utc()) == 1) {
            rows.clinicOf(assessmentId, today.date())
                    .ifPresent(clinic -> rows.tell(assessmentId, clinic, today.date(), today.utc()));
            // While a report is looked into the answer does not count.
            changes.changed(rows.programmeOf(assessmentId));
        }
    }

    /** Whether an address says nothing of an employer. */
    boolean isPrivate(String email) {
        return OddityRules.isPrivate(OddityRules.domain(email), privateDomains);
    }

    private static Set<String> privateDomains() {
        try (BufferedReader in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(Oddities.class.getResourceAsStream("/reference/private-mail-domains.txt")),
                StandardCharsets.UTF_8))) {
            return in.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
