package se.stegen.api;

import io.micronaut.core.type.Argument;
import io.micronaut.serde.Decoder;
import io.micronaut.serde.Deserializer;
import jakarta.inject.Singleton;
import java.io.IOException;

/** A truth value in a body is true or false: the serializer would read every other text as false. */
@Singleton
final class StrictBooleans implements Deserializer<Boolean> {
    @Override
    public Boolean deserialize(Decoder decoder, DecoderContext context, Argument<? super Boolean> type)
            throws IOException {
        Object value = decoder.decodeArbitrary();
        if (value instanceof Boolean truth) {
            return truth;
        }
        throw decoder.createDeserializationException("neither true nor false", null);
    }
}
