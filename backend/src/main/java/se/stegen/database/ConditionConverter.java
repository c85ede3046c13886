package se.stegen.database;

import io.micronaut.core.convert.ConversionContext;
import io.micronaut.core.convert.TypeConverter;
import jakarta.inject.Singleton;
import java.util.Optional;

/** MariaDB and MySQL answer a condition in a SELECT as the number 0 or 1. */
@Singleton
final class ConditionConverter implements TypeConverter<Integer, Boolean> {
    @Override
    public Optional<Boolean> convert(Integer value, Class<Boolean> type, ConversionContext context) {
        return Optional.of(value != 0);
    }
}
