package se.stegen.demo;

import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Made-up names: common first and last names put together by chance, each pair once. */
final class DemoNames {
    private static final List<String> FIRST = List.of(
            "Alma",
            "Amir",
            "Astrid",
            "Axel",
            "Beatrice",
            "Bilal",
            "Cecilia",
            "Daniel",
            "Ebba",
            "Elias",
            "Elin",
            "Emil",
            "Farah",
            "Filip",
            "Frida",
            "Gustav",
            "Hanna",
            "Hugo",
            "Ida",
            "Isak",
            "Jasmin",
            "Jonas",
            "Karin",
            "Kian",
            "Klara",
            "Leo",
            "Lina",
            "Love",
            "Malin",
            "Marcus",
            "Mira",
            "Moa",
            "Nils",
            "Noor",
            "Olle",
            "Omar",
            "Petra",
            "Rasmus",
            "Rebecka",
            "Sami",
            "Sanna",
            "Sara",
            "Simon",
            "Sofia",
            "Stina",
            "Tariq",
            "Tilda",
            "Tobias",
            "Tove",
            "Viktor",
            "Wilma",
            "Yasmin",
            "Åke",
            "Åsa",
            "Örjan");
    private static final List<String> LAST = List.of(
            "Ahlberg",
            "Almqvist",
            "Asker",
            "Björkman",
            "Boström",
            "Dahlman",
            "Edling",
            "Engvall",
            "Fahlén",
            "Forsmark",
            "Granström",
            "Hagman",
            "Hallin",
            "Hamid",
            "Hedman",
            "Holmgård",
            "Isaksson",
            "Jarl",
            "Kaplan",
            "Kihlberg",
            "Lagergren",
            "Linder",
            "Lundvall",
            "Malki",
            "Melander",
            "Nordahl",
            "Norling",
            "Odelberg",
            "Palmér",
            "Qvarnström",
            "Rahimi",
            "Rosén",
            "Rydell",
            "Sandell",
            "Sjölund",
            "Skoglund",
            "Stenmark",
            "Sundell",
            "Svärd",
            "Thorell",
            "Tunberg",
            "Ulander",
            "Vallin",
            "Wester",
            "Wikander",
            "Yilmaz",
            "Zetterlund",
            "Åkerlund",
            "Ängquist",
            "Östman");

    private final Random random;
    private final Set<String> used = new HashSet<>();

    DemoNames(Random random) {
        this.random = random;
    }

    /** Keeps a name for one of the named accounts. */
    String reserve(String name) {
        used.add(name);
        return name;
    }

    String next() {
        while (true) {
            String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
            if (used.add(name)) {
                return name;
            }
        }
    }
}
