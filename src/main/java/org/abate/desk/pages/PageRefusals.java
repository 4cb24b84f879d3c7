package org.abate.desk.pages;

import jakarta.servlet.http.HttpServletRequest;
import org.abate.casefile.NoSuchCase;
import org.abate.casefile.NoSuchInventory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.DisconnectedClientHelper;

/** The page for what a page may not show, cannot find, or fails at. */
@ControllerAdvice(basePackageClasses = PageRefusals.class)
class PageRefusals {

    private static final Logger LOG = LoggerFactory.getLogger(PageRefusals.class);

    private final Navigation navigation;

    PageRefusals(Navigation navigation) {
        this.navigation = navigation;
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchCase e) {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView missing(NoSuchInventory e) {
        return page(HttpStatus.NOT_FOUND);
    }

    @ExceptionHandler
    ModelAndView notAllowed(AccessDeniedException e) {
        ModelAndView page = page(HttpStatus.FORBIDDEN);
        page.addObject("sentence", e.getMessage() + ".");
        return page;
    }

    /** The address names the case. */
    @ExceptionHandler
    ModelAndView ourFault(Exception e, HttpServletRequest request) throws Exception {
        if (e instanceof ErrorResponse) {
            throw e;
        }
        if (DisconnectedClientHelper.isClientDisconnectedException(e)) {
            return null; // nobody is there to read a page
        }
        LOG.error("{} {} failed", request.getMethod(), request.getRequestURI(), e);
        return page(HttpStatus.INTERNAL_SERVER_ERROR);
    }

    /** Model attributes of an advice are not there for an exception's page. */
    private ModelAndView page(HttpStatus status) {
        ModelAndView page = ErrorPages.page(status);
        page.addObject("me", navigation.me());
        page.addObject("readsCases", navigation.readsCases());
        page.addObject("readsInventory", navigation.readsInventory());
        page.addObject("managesProcesses", navigation.managesProcesses());
        page.addObject("opensCases", navigation.opensCases());
        page.addObject("worksOutPenalties", navigation.worksOutPenalties());
        page.addObject("readsCycleTimes", navigation.readsCycleTimes());
        return page;
    }
}
