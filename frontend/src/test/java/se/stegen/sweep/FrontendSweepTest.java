package se.stegen.sweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import com.vaadin.flow.component.dependency.CssImport;
import com.vaadin.flow.component.dependency.JsModule;
import com.vaadin.flow.component.dependency.NpmPackage;
import com.vaadin.flow.router.Route;
import io.micronaut.context.annotation.Prototype;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import se.stegen.common.Messages;
import se.stegen.testing.Bundles;

/** Boundaries and texts of the frontend. */
@AnalyzeClasses(packages = "se.stegen.ui", importOptions = ImportOption.DoNotIncludeTests.class)
class FrontendSweepTest {
    @ArchTest
    static final ArchRule noSqlInTheFrontend = noClasses()
            .that()
            .resideInAPackage("se.stegen.ui..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("java.sql..", "javax.sql..", "io.micronaut.data..", "com.mysql..");

    @ArchTest
    static final ArchRule onlyTheBridgeKnowsServlets = noClasses()
            .that()
            .resideInAPackage("se.stegen.ui..")
            .and()
            .resideOutsideOfPackage("se.stegen.ui.bridge..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta.servlet..", "org.apache.catalina..");

    @ArchTest
    static final ArchRule viewsAreBeans =
            classes().that().areAnnotatedWith(Route.class).should().beAnnotatedWith(Prototype.class);

    @ArchTest
    static final ArchRule nothingAsksForANodeBuild = noClasses()
            .that()
            .resideInAPackage("se.stegen..")
            .should()
            .beAnnotatedWith(JsModule.class)
            .orShould()
            .beAnnotatedWith(NpmPackage.class)
            .orShould()
            .beAnnotatedWith(CssImport.class);

    @ArchTest
    static final ArchRule screensHaveNoCycles =
            slices().matching("se.stegen.ui.(*)..").should().beFreeOfCycles();

    @Test
    void bothLanguagesHaveTheSameKeysAndNoEmptyText() {
        Bundles.assertComplete("/i18n/screens");
    }

    @Test
    void noKeyStandsTwiceInAFileNorInBothBundles() {
        Bundles.assertNoKeyTwice("/i18n/messages", "/i18n/screens");
    }

    @Test
    void everyKeyThatAScreenNamesHasAText() throws IOException {
        Pattern key = Pattern.compile("\\b(?:t|getTranslation)\\(\\s*\"([^\"]+)\"\\s*[,)]");
        TreeSet<String> missing = new TreeSet<>();
        boolean found = false;
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "java"))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                Matcher use = key.matcher(Files.readString(file));
                while (use.find()) {
                    found = true;
                    for (Locale locale : List.of(Messages.SWEDISH, Locale.ENGLISH)) {
                        if (Messages.get(locale, use.group(1)).equals(use.group(1))) {
                            missing.add(use.group(1));
                        }
                    }
                }
            }
        }
        assertFalse(!found, "no key was found: does the pattern still fit?");
        assertEquals(new TreeSet<String>(), missing);
    }
}
