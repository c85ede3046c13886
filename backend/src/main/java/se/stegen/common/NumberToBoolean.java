package se.stegen.common;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Truth values that SQL computes ({@code EXISTS}, {@code IS NOT NULL}) come as numbers. */
@Singleton
final class NumberToBoolean implements TypeConverter<Number, Boolean> {
    @Override
    public Optional<Boolean> convert(Number number, Class<Boolean> type, ConversionContext context) {
        return Optional.of(number.longValue() != 0);
    }
}
