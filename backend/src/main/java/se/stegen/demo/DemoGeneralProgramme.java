package se.stegen.demo;

import java.time.LocalDate;

/** A general programme in surgery under 2021: 66 months, from base service to specialist. */
final class DemoGeneralProgramme {
    private static final String ITEM =
            "general_programme_id, kind, title, start_month, months, assessment_method," + " updated_by, updated_at";

    /** Kind, title, first month from 0, months, how it is assessed, goals. */
    private static final String[][] ITEMS = {
        {"PLACEMENT", "Bastjänstgöring, akutmottagning", "0", "3", "Mini-CEX, medsittning", "BT1 BT5 BT9 BT10"},
        {"PLACEMENT", "Bastjänstgöring, vårdcentral", "3", "3", "Mini-CEX, medsittning", "BT1 BT2 BT12 BT14 BT15"},
        {"COURSE", "Introduktion till ST", "6", "1", "Kursintyg", "STa6"},
        {"PLACEMENT", "Akutkirurgi och vårdavdelning", "6", "10", "Mini-CEX, DOPS", "STc1 STc2"},
        {"COURSE", "Trauma (ATLS)", "8", "1", "Kursintyg", "STc3"},
        {"COURSE", "Försäkringsmedicin", "11", "1", "Kursintyg", "STb3"},
        {"COURSE", "Kommunikation och svåra samtal", "13", "1", "Kursintyg", "STb1"},
        {"PLACEMENT", "Urologi", "16", "3", "DOPS, CBD", "STc2 STc11"},
        {"PLACEMENT", "Anestesi och intensivvård", "19", "4", "Mini-CEX, CBD", "STc3 STc4"},
        {"TEACHING", "Internutbildning, egna föredrag", "6", "60", "Bedömning av undervisning", "STa6"},
        {"SELF_STUDY", "Självstudier", "6", "60", "Genomgång i handledning", "STc1 STc2"},
        {"COURSE", "Laparoskopisk kirurgi, grundkurs", "22", "1", "Kursintyg", "STc7"},
        {"PLACEMENT", "Kolorektal kirurgi", "23", "8", "DOPS, CBD", "STc7"},
        {"COURSE", "Etik i vården", "26", "1", "Kursintyg", "STa4"},
        {"QUALITY_WORK", "Kvalitetsarbete på kliniken", "28", "8", "Skriftlig rapport och föredrag", "STa2"},
        {"PLACEMENT", "Allmänkirurgi på mindre sjukhus", "31", "6", "DOPS, medsittning", "STc5 STc6"},
        {"COURSE", "Vetenskaplig metodik", "34", "1", "Kursintyg", "STa3"},
        {"RESEARCH", "Vetenskapligt arbete", "35", "10", "Skriftligt arbete, seminarium", "STa3"},
        {"PLACEMENT", "Övre gastrointestinal kirurgi, endoskopi", "37", "7", "DOPS", "STc6"},
        {"PLACEMENT", "Bröst- och endokrinkirurgi", "44", "6", "DOPS, CBD", "STc8 STc9"},
        {"COURSE", "Ledarskap", "46", "1", "Kursintyg", "STa5"},
        {"PLACEMENT", "Kärlkirurgi", "50", "4", "DOPS, CBD", "STc10"},
        {"COURSE", "Palliativ vård", "52", "1", "Kursintyg", "STb4"},
        {"COURSE", "Katastrofmedicin", "55", "1", "Kursintyg", "STc12"},
        {"PLACEMENT", "Självständig akutkirurgi, bakjour med stöd", "54", "12", "Kollegiebedömning", "STc2 STc13 STc14"
        },
        {"COURSE", "Hälso- och sjukvårdens styrning", "60", "1", "Kursintyg", "STa1"},
    };

    private final DemoWriter out;
    private final LocalDate day;

    DemoGeneralProgramme(DemoWriter out, LocalDate day) {
        this.out = out;
        this.day = day;
    }

    void fill(long clinic, long studierektor) {
        long programme =
                out.add("general_programme", "clinic_id, specialty_code, regulation", clinic, "kirurgi", "2021");
        for (String[] item : ITEMS) {
            long id = out.add(
                    "general_programme_item",
                    ITEM,
                    programme,
                    item[0],
                    item[1],
                    Integer.parseInt(item[2]),
                    Integer.parseInt(item[3]),
                    item[4],
                    studierektor,
                    day.minusMonths(8).atTime(15, 0));
            for (String goal : item[5].split(" ", -1)) {
                out.link("general_programme_item_goal", "item_id, goal_code", id, goal);
            }
        }
    }
}
