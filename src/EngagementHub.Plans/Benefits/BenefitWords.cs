namespace EngagementHub.Plans.Benefits;

internal static class BenefitWords
{
    public static string Word(this BenefitClass @class) => @class switch
    {
        BenefitClass.CashReleasing => "Cash-releasing",
        BenefitClass.NonCash => "Non-cash",
        BenefitClass.Quantitative => "Quantitative",
        _ => "Qualitative",
    };

    public static string Meaning(this BenefitClass @class) => @class switch
    {
        BenefitClass.CashReleasing => "Money is freed and can be spent on something else. Finance verifies it",
        BenefitClass.NonCash => "Worth money, but no budget gets smaller, such as time saved",
        BenefitClass.Quantitative => "Can be counted, but not in money",
        _ => "Can be described, but not counted",
    };

    /// <summary>The amount that was verified, or that none is yet.</summary>
    public static string Verified(decimal? amount) => amount is { } known ? Millions(known) : "not yet";

    /// <summary>"£1,414m", or "£3.2m" or "£78,000" where that is needed to see anything.</summary>
    public static string Millions(decimal amount)
    {
        var size = Math.Abs(amount);
        var words = size is > 0 and < 0.1m
            ? $"£{(Math.Round(size, size < 0.001m ? 6 : 3, MidpointRounding.AwayFromZero) * 1_000_000).ToString("N0", Say.English)}"
            : $"£{Math.Round(size, size >= 100 ? 0 : 1, MidpointRounding.AwayFromZero).ToString("#,0.#", Say.English)}m";
        return amount < 0 ? $"−{words}" : words;
    }
}
