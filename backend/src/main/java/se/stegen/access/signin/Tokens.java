package se.stegen.access.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.MACVerifier;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import jakarta.inject.Singleton;
import java.text.ParseException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.Optional;
import se.stegen.common.Today;

/** Makes and reads access tokens: JWT, HS256, with the person ({@code sub}) and the sign-in ({@code sid}). */
@Singleton
final class Tokens {
    private final KeyRing ring;
    private final Today today;
    private final SignInSettings settings;

    Tokens(KeyRing ring, Today today, SignInSettings settings) {
        this.ring = ring;
        this.today = today;
        this.settings = settings;
    }

    AccessToken issue(long personId, String signInId) {
        Instant now = today.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant end = now.plus(settings.token());
        SigningKey key = ring.current();
        try {
            SignedJWT token = new SignedJWT(
                    new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.kid()).build(),
                    new JWTClaimsSet.Builder()
                            .subject(Long.toString(personId))
                            .claim("sid", signInId)
                            .issueTime(Date.from(now))
                            .expirationTime(Date.from(end))
                            .build());
            token.sign(new MACSigner(key.secret()));
            return new AccessToken(token.serialize(), personId, signInId, now, end);
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The token where one of our keys signed it, ended or not. */
    Optional<AccessToken> read(String text) {
        try {
            SignedJWT token = SignedJWT.parse(text);
            String kid = token.getHeader().getKeyID();
            if (!JWSAlgorithm.HS256.equals(token.getHeader().getAlgorithm()) || kid == null) {
                return Optional.empty();
            }
            Optional<SigningKey> key = ring.find(kid);
            if (key.isEmpty() || !token.verify(new MACVerifier(key.get().secret()))) {
                return Optional.empty();
            }
            JWTClaimsSet claims = token.getJWTClaimsSet();
            return Optional.of(new AccessToken(
                    text,
                    Long.parseLong(claims.getSubject()),
                    claims.getStringClaim("sid"),
                    claims.getIssueTime().toInstant(),
                    claims.getExpirationTime().toInstant()));
        } catch (ParseException | JOSEException | NumberFormatException e) {
            return Optional.empty();
        }
    }
}
