package org.abate.casefile;

import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.stereotype.Component;

/** Puts {@link AttributedDataSource} before the application's data source, so that no caller can go around it. */
@Component
class Attribution implements BeanPostProcessor {

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DataSource target && !(bean instanceof AttributedDataSource)
                ? new AttributedDataSource(target)
                : bean;
    }
}
