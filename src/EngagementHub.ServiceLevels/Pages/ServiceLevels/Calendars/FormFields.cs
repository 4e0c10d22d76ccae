namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Calendars;

/// <summary>Says the calendar's own sentences at the fields of the form.</summary>
internal static class FormFields
{
    public static T Of<T>(Func<T> act)
    {
        try
        {
            return act();
        }
        catch (BrokenRuleException broken)
        {
            throw At(broken);
        }
    }

    public static async Task<T> Of<T>(Func<Task<T>> act)
    {
        try
        {
            return await act();
        }
        catch (BrokenRuleException broken)
        {
            throw At(broken);
        }
    }

    private static BrokenRuleException At(BrokenRuleException broken) => broken.Under(field => $"Form.{field}");
}
