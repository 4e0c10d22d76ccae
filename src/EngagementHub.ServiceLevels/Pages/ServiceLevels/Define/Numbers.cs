using System.Globalization;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace EngagementHub.ServiceLevels.Pages.ServiceLevels.Define;

/// <summary>Reads numbers and times as people type them and says at the field what is wrong with them.</summary>
internal static class Numbers
{
    public static int Whole(ModelStateDictionary form, string field, string? text)
    {
        if (int.TryParse(text?.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        form.AddModelError(field, "Enter a whole number, for example 5");
        return 0;
    }

    public static decimal Decimal(ModelStateDictionary form, string field, string? text)
    {
        if (decimal.TryParse(text?.Trim().TrimEnd('%'), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        if (!string.IsNullOrWhiteSpace(text) || !form.ContainsKey(field) || form[field]!.Errors.Count == 0)
        {
            form.AddModelError(field, "Enter a number, for example 90 or 97.5");
        }

        return 0;
    }

    public static TimeOnly? TimeOfDay(ModelStateDictionary form, string field, string? text)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return null;
        }

        if (TimeOnly.TryParseExact(text.Trim(), ["HH:mm", "H:mm"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var time))
        {
            return time;
        }

        form.AddModelError(field, "Enter a time, for example 17:00");
        return null;
    }
}
