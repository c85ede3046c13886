package se.stegen.invitation;

import io.micronaut.core.annotation.Nullable;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import se.stegen.invitation.Oddity.Kind;

/** Which answers without sign-in look odd. Pure. */
final class OddityRules {
    /** From this many on one day an answer is one of many. */
    static final int MANY = 10;

    private OddityRules() {}

    /**
     * What is known when somebody has signed by link.
     *
     * @param askerDevices the devices from which was asked or reminded, as far as they are known
     * @param signerDevice the device that signed; null where it is not known
     * @param byAddress answers signed from the address today, this one included
     * @param forDoctor answers without sign-in for the doctor today, this one included
     */
    record Facts(
            String email,
            Set<String> askerDevices,
            @Nullable String signerDevice,
            long byAddress,
            long forDoctor) {}

    static List<Oddity> of(Facts facts, Set<String> privateDomains) {
        List<Oddity> odd = new ArrayList<>();
        if (facts.signerDevice() != null && facts.askerDevices().contains(facts.signerDevice())) {
            odd.add(new Oddity(Kind.SAME_DEVICE, ""));
        }
        if (facts.byAddress() >= MANY) {
            odd.add(new Oddity(Kind.MANY_BY_ADDRESS, Long.toString(facts.byAddress())));
        }
        if (facts.forDoctor() >= MANY) {
            odd.add(new Oddity(Kind.MANY_FOR_DOCTOR, Long.toString(facts.forDoctor())));
        }
        String domain = domain(facts.email());
        if (isPrivate(domain, privateDomains)) {
            odd.add(new Oddity(Kind.PRIVATE_DOMAIN, domain));
        }
        return odd;
    }

    /** Whether the domain sells or gives addresses to everybody; {@code yahoo.*} in the list is yahoo of any country. */
    static boolean isPrivate(String domain, Set<String> privateDomains) {
        int dot = domain.indexOf('.');
        return privateDomains.contains(domain) || (dot > 0 && privateDomains.contains(domain.substring(0, dot) + ".*"));
    }

    /** The part behind the @, in lower case. */
    static String domain(String email) {
        return email.substring(email.lastIndexOf('@') + 1).toLowerCase(Locale.ROOT);
    }
}
