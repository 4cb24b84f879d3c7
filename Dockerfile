# The application as a user without rights. Build the jar first: mvn package
FROM eclipse-temurin:17-jre
RUN useradd --system --uid 10001 --create-home abate
WORKDIR /home/abate
COPY target/abate.jar abate.jar
USER abate
EXPOSE 8080
ENTRYPOINT ["java", "-jar", "abate.jar"]
