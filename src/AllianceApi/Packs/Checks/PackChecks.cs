namespace AllianceApi.Packs.Checks;

/// <summary>What a pack as a whole must be, beyond the form of its parts.</summary>
internal static class PackChecks
{
    public static void Run(PackContext pack)
    {
        IdChecks.Run(pack);
        DocumentChecks.Run(pack);
        PredicateChecks.Run(pack);
        EntityChecks.Run(pack);
        StatementChecks.Run(pack);
        FactChecks.Run(pack);
        BorrowingCheck.Run(pack);
    }
}
