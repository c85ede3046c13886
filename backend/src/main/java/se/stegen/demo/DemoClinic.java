package se.stegen.demo;

import java.util.List;

/**
 * A clinic of the demo region.
 *
 * @param hospital index into {@link #HOSPITALS}
 * @param specialtyCode its specialty
 * @param doctors doctors in ST there
 * @param quality 0-1: how large a part of what the guideline asks for is done there
 * @param delayDays days that supervisors there usually take to sign
 */
record DemoClinic(String name, int hospital, String specialtyCode, int doctors, double quality, int delayDays) {
    /** Where the clinics belong: name, kind and guideline of its own (empty inherits the region's). */
    static final List<String[]> HOSPITALS = List.of(
            new String[] {"Norrvikens sjukhus", "HOSPITAL", ""},
            new String[] {"Sjöstads lasarett", "HOSPITAL", ""},
            new String[] {"Ekhamns sjukhus AB", "PROVIDER", "capio-st-goran"},
            new String[] {"Vårdcentralerna i Norrviken", "PROVIDER", "skane-2015-primarvard"});

    /** Index of the hospital whose guideline asks for self-study. */
    static final int EKHAMN = 2;

    /** 24 clinics, 157 doctors. The first is the one of the named accounts, the second that of the others. */
    static final List<DemoClinic> ALL = List.of(
            new DemoClinic("Kirurgkliniken, Norrviken", 0, "kirurgi", 16, 0.93, 5),
            new DemoClinic("Medicinkliniken, Norrviken", 0, "internmedicin", 14, 0.80, 9),
            new DemoClinic("Anestesikliniken, Norrviken", 0, "anestesi-och-intensivvard", 13, 1.10, 3),
            new DemoClinic("Akutkliniken, Norrviken", 0, "akutsjukvard", 10, 0.62, 19),
            new DemoClinic("Barn- och ungdomskliniken, Norrviken", 0, "barn-och-ungdomsmedicin", 9, 1.05, 4),
            new DemoClinic("Kvinnokliniken, Norrviken", 0, "obstetrik-och-gynekologi", 8, 0.97, 6),
            new DemoClinic("Ortopedkliniken, Norrviken", 0, "ortopedi", 9, 0.70, 15),
            new DemoClinic("Radiologikliniken, Norrviken", 0, "radiologi", 8, 0.88, 8),
            new DemoClinic("Psykiatriska kliniken, Norrviken", 0, "psykiatri", 10, 0.75, 12),
            new DemoClinic("Kardiologkliniken, Norrviken", 0, "kardiologi", 5, 1.08, 3),
            new DemoClinic("Neurologkliniken, Norrviken", 0, "neurologi", 4, 0.95, 7),
            new DemoClinic("Infektionskliniken, Norrviken", 0, "infektionssjukdomar", 4, 1.02, 5),
            new DemoClinic("Ögonkliniken, Norrviken", 0, "ogonsjukdomar", 4, 0.85, 10),
            new DemoClinic("Öron-, näs- och halskliniken, Norrviken", 0, "oron-nas-och-halssjukdomar", 4, 1.00, 6),
            new DemoClinic("Urologkliniken, Norrviken", 0, "urologi", 3, 0.90, 9),
            new DemoClinic("Onkologkliniken, Norrviken", 0, "onkologi", 3, 0.98, 7),
            new DemoClinic("Kirurgkliniken, Sjöstad", 1, "kirurgi", 6, 0.55, 24),
            new DemoClinic("Medicinkliniken, Sjöstad", 1, "internmedicin", 6, 0.68, 16),
            new DemoClinic("Geriatriska kliniken, Sjöstad", 1, "geriatrik", 3, 0.92, 8),
            new DemoClinic("Rehabiliteringskliniken, Sjöstad", 1, "rehabiliteringsmedicin", 2, 0.83, 11),
            new DemoClinic("Kirurgkliniken, Ekhamn", 2, "kirurgi", 4, 1.06, 4),
            new DemoClinic("Vårdcentralen Solgläntan", 3, "allmanmedicin", 5, 0.99, 4),
            new DemoClinic("Vårdcentralen Kvarnen", 3, "allmanmedicin", 4, 0.72, 13),
            new DemoClinic("Vårdcentralen Fyren", 3, "allmanmedicin", 3, 0.90, 6));
}
