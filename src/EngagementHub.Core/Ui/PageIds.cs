using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace EngagementHub.Core.Ui;

internal static class PageIds
{
    public static string Next(HttpContext http, string kind)
    {
        var key = $"Hub.Ids.{kind}";
        var number = http.Items[key] is int last ? last + 1 : 1;
        http.Items[key] = number;

        return string.Create(CultureInfo.InvariantCulture, $"{kind}-{number}");
    }
}
