package se.stegen.sweep;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.micronaut.data.jdbc.annotation.JdbcRepository;
import java.util.Set;
import se.stegen.access.Actor;

/** The boundaries that hold in the backend. */
@AnalyzeClasses(packages = "se.stegen", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    /** Services that answer before anybody is signed in, or that find out who is. */
    private static final Set<String> BEFORE_AN_ACTOR = Set.of(
            "ActorService",
            "SignInService",
            "OneTimeLinkService",
            "PasswordService",
            "MeService",
            "InvitationService",
            "RaterLinkService",
            "CollegiumLinkService");

    @ArchTest
    static final ArchRule noVaadinInTheBackend =
            noClasses().should().dependOnClassesThat().resideInAPackage("com.vaadin..");

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("se.stegen.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule repositoriesStayInTheirFeature = com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes()
            .that()
            .areAnnotatedWith(JdbcRepository.class)
            .should()
            .notBePublic();

    @ArchTest
    static final ArchRule actorFirst = methods()
            .that()
            .arePublic()
            .and()
            .areDeclaredInClassesThat(new DescribedPredicate<JavaClass>("are services") {
                @Override
                public boolean test(JavaClass type) {
                    return type.getSimpleName().endsWith("Service")
                            && type.getPackageName().startsWith("se.stegen.")
                            && !BEFORE_AN_ACTOR.contains(type.getSimpleName());
                }
            })
            .should(new ArchCondition<JavaMethod>("take the actor first") {
                @Override
                public void check(JavaMethod method, ConditionEvents events) {
                    boolean first = !method.getRawParameterTypes().isEmpty()
                            && method.getRawParameterTypes().getFirst().isEquivalentTo(Actor.class);
                    // What other features read of a programme or a curriculum is no access of a person.
                    boolean internal = Set.of("facts", "requireGoals", "isGoal").contains(method.getName());
                    events.add(new SimpleConditionEvent(method, first || internal, method.getFullName()));
                }
            });
}
