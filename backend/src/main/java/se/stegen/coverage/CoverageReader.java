package se.stegen.coverage;

import io.micronaut.core.annotation.Nullable;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import se.stegen.common.Period;
import se.stegen.common.Problem;
import se.stegen.coverage.CoverageQuery.ActivityRow;
import se.stegen.coverage.CoverageQuery.EvidenceRow;
import se.stegen.coverage.CoverageQuery.GoalRow;
import se.stegen.iup.IupKind;

/** Puts together what the queries read; its callers have asked the policy. */
@Singleton
class CoverageReader {
    private final CoverageQuery query;

    CoverageReader(CoverageQuery query) {
        this.query = query;
    }

    /**
     * All that is known of a programme's goals.
     *
     * @param coverage how far each has come
     * @param required each goal's mandatory activities, as the curriculum writes them; a goal without any is left out
     * @param evidence what shows each goal, voided records included, each record once
     * @param attestations all of them, the latest first
     */
    record Picture(
            Coverage coverage,
            Map<String, String> required,
            Map<String, List<EvidenceRow>> evidence,
            List<Attestation> attestations) {

        /** The goal, or {@code NOT_FOUND} where the programme's curriculum has none of this code (case counts). */
        GoalCoverage goal(String code) {
            return coverage.goals().stream()
                    .filter(goal -> goal.code().equals(code))
                    .findFirst()
                    .orElseThrow(Problem::notFound);
        }

        /** The attestation of a goal that has not been taken back; null where there is none. */
        @Nullable
        Attestation inForce(String code) {
            return CoverageReader.inForce(attestations, code);
        }

        /** Valid records that show the goal, the latest first. */
        List<EvidenceRow> valid(String code) {
            return evidence.getOrDefault(code, List.of()).stream()
                    .filter(row -> !row.voided())
                    .toList();
        }
    }

    Picture read(long programmeId, LocalDate day) {
        List<GoalRow> goals = query.goals(programmeId);
        List<PlannedActivity> activities = activities(programmeId, goals);
        Map<String, List<EvidenceRow>> evidence = evidence(programmeId);
        List<Attestation> attestations = query.attestations(programmeId);
        Map<String, String> required = new HashMap<>();
        List<GoalCoverage> covered = new ArrayList<>();
        for (GoalRow goal : goals) {
            String mandatory = goal.activities();
            if (mandatory != null) {
                required.put(goal.code(), mandatory);
            }
            List<PlannedActivity> own = activities.stream()
                    .filter(activity -> activity.goalCodes().contains(goal.code()))
                    .toList();
            int valid = (int) evidence.getOrDefault(goal.code(), List.of()).stream()
                    .filter(row -> !row.voided())
                    .count();
            covered.add(coverage(goal, own, valid, inForce(attestations, goal.code()), day));
        }
        return new Picture(new Coverage(programmeId, day, covered, activities), required, evidence, attestations);
    }

    private static GoalCoverage coverage(
            GoalRow goal, List<PlannedActivity> own, int evidence, @Nullable Attestation attested, LocalDate day) {
        List<Period> periods = own.stream().map(PlannedActivity::period).toList();
        Set<IupKind> kinds = EnumSet.noneOf(IupKind.class);
        own.forEach(activity -> kinds.add(activity.kind()));
        return new GoalCoverage(
                goal.code(),
                goal.goalGroup(),
                goal.title(),
                goal.checked(),
                own.size(),
                (int) periods.stream().filter(period -> period.contains(day)).count(),
                evidence,
                attested == null ? null : attested.attestedOn(),
                attested == null ? null : attested.attestedBy(),
                attested != null && attested.voided() > 0,
                CoverageRules.state(attested != null, evidence, periods, day),
                CoverageRules.missing(goal.activities(), kinds));
    }

    private static @Nullable Attestation inForce(List<Attestation> attestations, String code) {
        return attestations.stream()
                .filter(one -> one.inForce() && one.goalCode().equals(code))
                .findFirst()
                .orElse(null);
    }

    private List<PlannedActivity> activities(long programmeId, List<GoalRow> goals) {
        List<String> order = goals.stream().map(GoalRow::code).toList();
        Map<Object, ActivityRow> rows = new LinkedHashMap<>();
        Map<Object, List<String>> codes = new HashMap<>();
        for (ActivityRow row : query.activities(programmeId)) {
            Long item = row.itemId();
            Object key = item == null ? "placement " + row.placementId() : item;
            rows.putIfAbsent(key, row);
            String code = row.goalCode();
            // A goal of an earlier curriculum is kept with the activity but no longer counted.
            if (code != null && order.contains(code)) {
                codes.computeIfAbsent(key, unused -> new ArrayList<>()).add(code);
            }
        }
        List<PlannedActivity> activities = new ArrayList<>();
        rows.forEach((key, row) -> activities.add(new PlannedActivity(
                row.itemId(),
                row.placementId(),
                row.kind(),
                row.title(),
                row.startDate(),
                row.endDate(),
                row.assessmentMethod(),
                codes.getOrDefault(key, List.of()).stream()
                        .sorted(Comparator.comparingInt(order::indexOf))
                        .toList())));
        return activities;
    }

    private Map<String, List<EvidenceRow>> evidence(long programmeId) {
        Map<String, List<EvidenceRow>> evidence = new HashMap<>();
        for (EvidenceRow row : query.evidence(programmeId)) {
            List<EvidenceRow> of = evidence.computeIfAbsent(row.goalCode(), code -> new ArrayList<>());
            boolean known = of.stream().anyMatch(one -> one.kind() == row.kind() && one.recordId() == row.recordId());
            if (!known) {
                of.add(row);
            }
        }
        return evidence;
    }
}
