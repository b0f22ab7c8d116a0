using AllianceApi.Commands;

return await CommandLine.Run(args, new Hosting(
    Serve: async (settings, cancellation) =>
    {
        await using var app = WebApplication.CreateBuilder(settings).Build();
        await app.RunAsync(cancellation);
        return ExitCodes.Done;
    },
    Import: (request, _) => Task.FromResult(request.Read(AllianceApi.Packs.Known.Nothing) is { Pack: { } pack }
        ? ImportOutcome.Done($"{Counted.Of(pack)}. There is no store yet: nothing was written.")
        : ImportOutcome.Refused(request.Read(AllianceApi.Packs.Known.Nothing).Problems))));
