package se.stegen.e2e;

import com.deque.html.axecore.results.Rule;
import com.deque.html.axecore.selenium.AxeBuilder;
import io.micronaut.core.annotation.Nullable;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assertions;
import org.openqa.selenium.By;
import org.openqa.selenium.ElementNotInteractableException;
import org.openqa.selenium.JavascriptExecutor;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.PageLoadStrategy;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebDriver;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;
import se.stegen.database.TestDatabase;

/** One person's browser: Chromium without a window, with a fresh profile. */
public final class Browser implements AutoCloseable {
    /** A desk. */
    public static final int DESK = 1280;
    /** A phone. */
    public static final int PHONE = 360;

    private static final int LOOKS = 10;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final List<String> CHECKED = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");

    /** Brings an element into sight and tells, a blink later, whether it lay still and the program had answered. */
    private static final String STILL = """
            const [element, done] = arguments;
            element.scrollIntoView({block: 'center'});
            const place = () => {
                const box = element.getBoundingClientRect();
                return [box.x, box.y, box.width, box.height].join();
            };
            const before = place();
            const flow = window.Vaadin?.Flow?.clients ?? {};
            setTimeout(() => done(place() === before && !Object.values(flow).some(client => client.isActive?.())), 60);
            """;

    private final ChromeDriver driver;
    private final Path profile;
    private final String address;

    private Browser(ChromeDriver driver, Path profile, String address) {
        this.driver = driver;
        this.profile = profile;
        this.address = address;
    }

    /** A browser of that width in CSS pixels on the program at the address. */
    public static Browser open(String address, int width) {
        return open(address, width, false);
    }

    /** The same in the dark. */
    public static Browser open(String address, int width, boolean dark) {
        try {
            Path profile = Files.createTempDirectory(Files.createDirectories(Path.of("target", "profiles")), "p");
            ChromeOptions options = new ChromeOptions();
            options.setPageLoadStrategy(PageLoadStrategy.NORMAL);
            options.addArguments(
                    "--headless=new",
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    "--disable-dev-shm-usage",
                    "--lang=sv",
                    "--force-prefers-reduced-motion",
                    "--window-size=" + DESK + ",900",
                    "--user-data-dir=" + profile.toAbsolutePath());
            if (dark) {
                options.addArguments("--force-dark-mode", "--blink-settings=preferredColorScheme=0");
            }
            options.setExperimentalOption("prefs", Map.of("intl.accept_languages", "sv-SE,sv"));
            if (width < DESK) {
                options.setExperimentalOption(
                        "mobileEmulation",
                        Map.of("deviceMetrics", Map.of("width", width, "height", 760, "pixelRatio", 1, "touch", true)));
            }
            for (String chromium : List.of("/usr/bin/chromium", "/usr/bin/chromium-browser")) {
                if (Files.isExecutable(Path.of(chromium))) {
                    options.setBinary(chromium);
                    break;
                }
            }
            ChromeDriverService.Builder service = new ChromeDriverService.Builder();
            Path installed = Path.of("/usr/bin/chromedriver");
            if (Files.isExecutable(installed)) {
                service.usingDriverExecutable(installed.toFile());
            }
            return new Browser(new ChromeDriver(service.usingAnyFreePort().build(), options), profile, address);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The driver. */
    public WebDriver driver() {
        return driver;
    }

    /** Opens a path of the program. */
    public void go(String path) {
        driver.get(address + path);
    }

    /** Waits as long as a person would. */
    public WebDriverWait await() {
        return new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50)) {
            @Override
            protected RuntimeException timeoutException(String message, @Nullable Throwable lastException) {
                picture("timeout-" + driver.getSessionId());
                return super.timeoutException(
                        message + "\nat " + driver.getCurrentUrl() + "\nconsole: "
                                + driver.manage().logs().get("browser").getAll(),
                        lastException);
            }
        };
    }

    /**
     * Presses what is found, as a hand does: once it is in sight and lies still, and no answer of the program is
     * under way that would move it. What lies over it at that moment, a message say, is waited for.
     */
    public void press(By what) {
        await().ignoring(StaleElementReferenceException.class, ElementNotInteractableException.class)
                .until(driver -> {
                    WebElement element = driver.findElement(what);
                    if (!Boolean.TRUE.equals(((JavascriptExecutor) driver).executeAsyncScript(STILL, element))) {
                        return false;
                    }
                    element.click();
                    return true;
                });
    }

    /** Runs a script in the page. */
    public @Nullable Object script(String script, Object... arguments) {
        return ((JavascriptExecutor) driver).executeScript(script, arguments);
    }

    /** Waits until what the page has begun, a calendar that opens say, has been drawn. */
    public void awaitFrame() {
        driver.executeAsyncScript(
                "const done = arguments[0]; requestAnimationFrame(() => setTimeout(() => setTimeout(done)))");
    }

    /** Asserts that axe-core finds nothing wrong on the screen, and that it needs no sideways scrolling. */
    public void assertAccessible() {
        List<Rule> violations = violations();
        // What is just fading in has not its full contrast yet, and a dialog that closes hides what is behind it a
        // moment longer: a fault is one that stays.
        for (int look = 0; look < LOOKS && !violations.isEmpty(); look++) {
            violations = violations();
        }
        StringBuilder found = new StringBuilder();
        for (Rule rule : violations) {
            found.append('\n').append(rule.getId()).append(": ").append(rule.getHelp());
            rule.getNodes().forEach(node -> found.append("\n   ").append(node.getHtml()));
        }
        Assertions.assertTrue(violations.isEmpty(), () -> driver.getCurrentUrl() + found);
        assertNoSidewaysScrolling();
    }

    private List<Rule> violations() {
        return new AxeBuilder().withTags(CHECKED).analyze(driver).getViolations();
    }

    /** Asserts that the page is not wider than the screen. */
    public void assertNoSidewaysScrolling() {
        Object sideways = script("return document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assertions.assertTrue(
                sideways instanceof Number pixels && pixels.intValue() <= 0,
                driver.getCurrentUrl() + " scrolls sideways");
    }

    /** Cuts the network of this browser, or gives it back. */
    public void offline(boolean off) {
        driver.executeCdpCommand("Network.enable", Map.of());
        driver.executeCdpCommand(
                "Network.emulateNetworkConditions",
                Map.of("offline", off, "latency", 0, "downloadThroughput", -1, "uploadThroughput", -1));
    }

    /** Keeps a picture of the screen under {@code target/screenshots}. */
    public void picture(String name) {
        try {
            File taken = driver.getScreenshotAs(OutputType.FILE);
            Path pictures = Files.createDirectories(Path.of("target", "screenshots"));
            Files.move(
                    taken.toPath(), pictures.resolve(name + ".png"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        driver.quit();
        TestDatabase.delete(profile);
    }
}
