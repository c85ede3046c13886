package se.stegen.demo;

import java.util.List;
import java.util.Random;

/** What people in the demo write. No text tells of a patient who could be known again. */
final class DemoTexts {
    private static final List<String> MINUTES = List.of(
            "Gick igenom veckans jourpass och prioritering vid hög belastning.",
            "Samtal om hur svåra besked ges och hur man förbereder sig.",
            "Följde upp IUP: placeringen ligger i fas, kurs i höst återstår.",
            "Diskuterade handledning av AT-läkare och hur återkoppling ges.",
            "Genomgång av egna fall med fokus på klinisk bedömning och uppföljning.",
            "Talade om återhämtning efter nattjour och hur schemat kan läggas.");
    private static final List<String> AGREED = List.of(
            "Två Mini-CEX före nästa samtal.",
            "Söker kurs i medicinsk vetenskap i vår.",
            "Undervisar läkarstudenter i mars, blir bedömd då.",
            "Läser avdelningens riktlinje och tar upp den på läkarmötet.",
            "Reviderar IUP inför placeringen.",
            "Nästa samtal om fem veckor.");
    private static final List<String> CONTEXT = List.of(
            "Akutmottagningen, buksmärta",
            "Mottagning, nybesök",
            "Avdelningsrond",
            "Operation, assisterar och utför moment",
            "Jour, andnöd hos äldre",
            "Mottagning, återbesök och läkemedelsgenomgång",
            "Falldiskussion efter jourpass");
    private static final List<String> DO_MORE = List.of(
            "Lugn och strukturerad anamnes.",
            "Förklarade planen så att patienten förstod.",
            "Sammanfattade tydligt för teamet.",
            "God hygien och bra förberedelse.",
            "Sökte hjälp i rätt tid.");
    private static final List<String> WORK_ON = List.of(
            "Säg högt hur du prioriterar.",
            "Be om sjuksköterskans bild tidigare.",
            "Avsluta med vad patienten ska göra om det blir sämre.",
            "Var mer systematisk i undersökningen.",
            "Skriv kortare i journalen.");

    private DemoTexts() {}

    static String minutes(Random random) {
        return any(MINUTES, random);
    }

    static String agreed(Random random) {
        return any(AGREED, random);
    }

    static String context(Random random) {
        return any(CONTEXT, random);
    }

    static String doMore(Random random) {
        return any(DO_MORE, random);
    }

    static String workOn(Random random) {
        return any(WORK_ON, random);
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
