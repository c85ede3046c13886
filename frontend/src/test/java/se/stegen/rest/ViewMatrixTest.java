package se.stegen.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.Routes;
import com.github.mvysny.kaributesting.v10.mock.MockService;
import com.github.mvysny.kaributesting.v10.mock.MockVaadinServlet;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.HasElement;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.di.Instantiator;
import com.vaadin.flow.dom.Element;
import com.vaadin.flow.function.DeploymentConfiguration;
import com.vaadin.flow.router.HasErrorParameter;
import com.vaadin.flow.router.HasUrlParameter;
import com.vaadin.flow.router.Layout;
import com.vaadin.flow.router.Route;
import com.vaadin.flow.server.ServiceException;
import com.vaadin.flow.server.VaadinServletService;
import com.vaadin.flow.server.VaadinSession;
import io.micronaut.context.BeanContext;
import io.micronaut.inject.BeanDefinition;
import io.micronaut.inject.qualifiers.Qualifiers;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import se.stegen.common.Messages;
import se.stegen.common.ProblemCode;
import se.stegen.ui.bridge.CurrentActor;
import se.stegen.ui.bridge.MicronautInstantiator;

/** Every screen × role: {@code access/views.txt} says what is right, this goes there without a browser. */
class ViewMatrixTest {
    private static final List<Matrix.Row> ROWS = Matrix.read("/access/views.txt", 1);

    private static final class Holder {
        static final MatrixFixtures FIXTURES = new MatrixFixtures();
    }

    @AfterEach
    void leave() {
        MockVaadin.tearDown();
    }

    @Test
    void every_screen_has_a_row_and_every_row_a_screen() {
        Set<String> rows = new TreeSet<>();
        for (Matrix.Row row : ROWS) {
            rows.add(screen(row.call()));
        }
        assertEquals(String.join("\n", screens().keySet()), String.join("\n", rows));
    }

    @TestFactory
    Stream<DynamicTest> every_row_of_the_table_holds() {
        return ROWS.stream()
                .map(row -> DynamicTest.dynamicTest(
                        row.call() + " " + row.has(),
                        () -> assertEquals(List.of(), differences(row), row.call() + " " + row.has())));
    }

    private static List<String> differences(Matrix.Row row) {
        List<String> differences = new ArrayList<>();
        MatrixFixtures fixtures = Holder.FIXTURES;
        fixtures.renew();
        for (int i = 0; i < MatrixFixtures.COLUMNS.size(); i++) {
            String column = MatrixFixtures.COLUMNS.get(i);
            String expected = row.cells().get(i);
            String shown = shown(fixtures, row, column);
            if (!shown.equals(expected)) {
                differences.add(column + " should be " + expected + " and is " + shown);
            }
        }
        return differences;
    }

    private static String shown(MatrixFixtures fixtures, Matrix.Row row, String column) {
        String path = fixtures.fill(row.call().substring(1), column);
        String has = fixtures.fill(row.has(), column);
        MockVaadin.setup(UI::new, new Servlet());
        if (!column.equals("anon")) {
            CurrentActor.bind(VaadinSession.getCurrent(), fixtures.person(column), fixtures.fill("{mySignIn}", column));
        }
        UI.getCurrent().setLocale(Messages.SWEDISH);
        UI.getCurrent().navigate(path);
        List<HasElement> chain = UI.getCurrent().getInternals().getActiveRouterTargetsChain();
        HasElement target = chain.getFirst();
        String text = text(chain.getLast().getElement());
        if (target.getClass().equals(screens().get(screen(row.call())))) {
            return has.isEmpty() || text.contains(has) ? "+" : "-";
        }
        return switch (target.getClass().getSimpleName()) {
            case "SignInView" -> "sign-in";
            case "NotFoundView" -> "404";
            case "FailureView" ->
                Stream.of(ProblemCode.NOT_FOUND, ProblemCode.FORBIDDEN)
                        .filter(code -> text.contains(Messages.get(Messages.SWEDISH, code.messageKey())))
                        .map(code -> Integer.toString(code.status()))
                        .findFirst()
                        .orElse(text);
            default -> target.getClass().getSimpleName();
        };
    }

    /** All words of an element and below it, those in fields included. */
    private static String text(Element element) {
        // What is written in one piece (Markup) is no child: its words are what stands between its tags.
        String own = element.isTextNode()
                ? element.getText()
                : element.getProperty("value", "")
                        + element.getProperty("innerHTML", "").replaceAll("<[^>]*>", " ");
        return own + " " + element.getChildren().map(ViewMatrixTest::text).collect(Collectors.joining(" "));
    }

    /** The template of the screen that a row is about. */
    private static String screen(String call) {
        return screens().keySet().stream()
                .filter(template -> matches(template, call))
                .max((a, b) -> a.replaceAll("\\{}", "").length()
                        - b.replaceAll("\\{}", "").length())
                .orElse("no such screen: " + call);
    }

    private static boolean matches(String template, String call) {
        String[] parts = template.split("/", -1);
        String[] path = call.split("/", -1);
        boolean same = parts.length == path.length;
        for (int i = 0; same && i < path.length; i++) {
            same = parts[i].equals("{}") || parts[i].equals(path[i]);
        }
        return same;
    }

    /** Screens by their addresses. */
    private static Map<String, Class<?>> screens() {
        Map<String, Class<?>> screens = new TreeMap<>();
        for (Class<?> view : beans(Route.class)) {
            String value = view.getAnnotation(Route.class).value().replaceAll(":\\w+", "{}");
            screens.put("/" + value + (HasUrlParameter.class.isAssignableFrom(view) ? "/{}" : ""), view);
        }
        return screens;
    }

    private static Set<Class<?>> beans(Class<? extends Annotation> annotation) {
        return TestServer.bean(BeanContext.class).getBeanDefinitions(Qualifiers.byStereotype(annotation)).stream()
                .map(BeanDefinition::getBeanType)
                .collect(Collectors.toSet());
    }

    /** Vaadin with the program's screens, made by the program's beans. */
    private static final class Servlet extends MockVaadinServlet {
        private static final long serialVersionUID = 1L;

        Servlet() {
            super(routes(), UI::new);
        }

        @SuppressWarnings("unchecked")
        private static Routes routes() {
            Set<Class<? extends Component>> screens = new HashSet<>();
            beans(Route.class).forEach(type -> screens.add((Class<? extends Component>) type));
            beans(Layout.class).forEach(type -> screens.add((Class<? extends Component>) type));
            Set<Class<? extends HasErrorParameter<?>>> errors = new HashSet<>();
            for (BeanDefinition<?> definition :
                    TestServer.bean(BeanContext.class).getBeanDefinitions(HasErrorParameter.class)) {
                errors.add((Class<? extends HasErrorParameter<?>>) (Class<?>) definition.getBeanType());
            }
            return new Routes(screens, errors, true);
        }

        @Override
        protected VaadinServletService createServletService(DeploymentConfiguration configuration)
                throws ServiceException {
            MockService service = new MockService(this, configuration, UI::new) {
                private static final long serialVersionUID = 1L;

                @Override
                protected Instantiator createInstantiator() {
                    return getInstantiator();
                }

                @Override
                public Instantiator getInstantiator() {
                    return new MicronautInstantiator(this, TestServer.bean(BeanContext.class));
                }
            };
            service.init();
            getRoutes().register(service.getContext());
            return service;
        }
    }
}
