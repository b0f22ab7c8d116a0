namespace AllianceApi.Http;

/// <summary>What a browser may do with an answer: nothing but show it. Swagger UI alone has scripts, its own.</summary>
internal static class SecurityHeaders
{
    private const string OfData = "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    private const string OfSwagger =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; "
        + "frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        var headers = context.Response.Headers;
        headers.XContentTypeOptions = "nosniff";
        headers.XFrameOptions = "DENY";
        headers.ContentSecurityPolicy = context.Request.Path.StartsWithSegments("/swagger", StringComparison.OrdinalIgnoreCase) ? OfSwagger : OfData;
        headers["Referrer-Policy"] = "no-referrer";
        // Pages of others may show what everybody may read.
        headers["Cross-Origin-Resource-Policy"] = "cross-origin";
        return next(context);
    });
}
