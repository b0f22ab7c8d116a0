using AllianceApi.Http;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Authorization.Policy;

namespace AllianceApi.Access;

/// <summary>Answers whoever may not do what they asked for with a problem that says why.</summary>
internal sealed class Refusals(AccessSettings settings, FailedTries tries) : IAuthorizationMiddlewareResultHandler
{
    public Task HandleAsync(RequestDelegate next, HttpContext context, AuthorizationPolicy policy, PolicyAuthorizationResult authorizeResult)
    {
        if (!authorizeResult.Succeeded)
            return authorizeResult.Forbidden ? ForbidAsync(context) : ChallengeAsync(context);
        context.Response.OnStarting(KeepPrivate, context.Response);
        return next(context);
    }

    /// <summary>What not everybody may see is kept by nobody but who asked.</summary>
    private static Task KeepPrivate(object response)
    {
        var headers = ((HttpResponse)response).Headers;
        if (headers.CacheControl == "no-cache")
            headers.CacheControl = "private, no-cache";
        return Task.CompletedTask;
    }

    private static Task ForbidAsync(HttpContext context)
    {
        var (caller, needed) = (context.Caller(), NeedsScope.Of(context)!.Scope.Word());
        if (context.User.Identity!.AuthenticationType == Oidc.Name)
            context.Response.Headers.WWWAuthenticate = $"{Oidc.Name} error=\"insufficient_scope\", scope=\"{needed}\"";
        return Problem.Forbidden.With($"This needs the scope '{needed}'. The credential has '{caller.Scope.Word()}'.").ExecuteAsync(context);
    }

    private async Task ChallengeAsync(HttpContext context)
    {
        // Was worked out before, so it costs nothing here.
        var failure = (await context.AuthenticateAsync(AccessSetup.Scheme)).Failure;
        if (failure is not null && tries.Add(context.Connection.RemoteIpAddress) is { } seconds)
        {
            var tooMany = Problem.TooManyRequests.With($"More than {FailedTries.MostInAMinute} credentials from this address were refused within a minute. The last: {Oidc.Explain(failure)}");
            await (tooMany with { RetryAfter = seconds }).ExecuteAsync(context);
            return;
        }
        await context.ChallengeAsync(KeyAuthentication.Name);
        if (settings.Oidc is not null)
            await context.ChallengeAsync(Oidc.Name);
        await Problem.Unauthorized.With(failure is null ? Missing(context) : Oidc.Explain(failure)).ExecuteAsync(context);
    }

    private string Missing(HttpContext context) =>
        $"This needs a credential with the scope '{NeedsScope.Of(context)!.Scope.Word()}'. Send a key as {KeyAuthentication.Header}{(settings.Oidc is null ? "" : ", or a token as 'Authorization: Bearer'")}.";
}
