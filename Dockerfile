FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
WORKDIR /source

# What restoring needs, and nothing else: this layer is kept until a package or a project changes.
COPY global.json Directory.Build.props Directory.Packages.props ./
COPY src/AllianceApi/AllianceApi.csproj src/AllianceApi/
RUN dotnet restore src/AllianceApi

COPY .editorconfig ./
COPY docs/errors.md docs/pack.schema.json docs/record.schema.json docs/
COPY seed/ seed/
COPY src/ src/
RUN dotnet publish src/AllianceApi --no-restore --configuration Release --output /publish -p:UseAppHost=false \
    && mkdir /empty

# With ICU, which folds accents; a chiseled image has none.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /publish ./
# The one folder that the program writes to.
COPY --from=build --chown=1654:1654 /empty /data

ENV ASPNETCORE_HTTP_PORTS=8080 \
    ConnectionStrings__Graph="Data Source=/data/graph.db" \
    Logging__Console__FormatterName=json \
    DOTNET_EnableDiagnostics=0
VOLUME /data
EXPOSE 8080
# The user `app` of the base image.
USER 1654
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=15s --timeout=10s --start-period=60s --retries=3 CMD ["dotnet", "/app/AllianceApi.dll", "health"]
ENTRYPOINT ["dotnet", "/app/AllianceApi.dll"]
