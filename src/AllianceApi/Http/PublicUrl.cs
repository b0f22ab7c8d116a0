using Microsoft.AspNetCore.Http.Extensions;

namespace AllianceApi.Http;

/// <summary>The address that absolute links begin with: the setting <c>PublicUrl</c>, else what the request was sent to.</summary>
internal static class PublicUrl
{
    public const string Setting = "PublicUrl";

    /// <summary>Without a slash at its end.</summary>
    public static string PublicAddress(this HttpContext context)
    {
        var set = context.RequestServices.GetRequiredService<IConfiguration>()[Setting];
        return (set is { Length: > 0 } ? set : UriHelper.BuildAbsolute(context.Request.Scheme, context.Request.Host, context.Request.PathBase)).TrimEnd('/');
    }
}
