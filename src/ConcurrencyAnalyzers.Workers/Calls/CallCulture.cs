using System.Globalization;
using ConcurrencyAnalyzers.Workers.Transport;

namespace ConcurrencyAnalyzers.Workers.Calls;

/// <summary>The cultures of a caller on the wire: two names. Both sides remember the last pair, for it seldom changes.</summary>
internal static class CallCulture
{
    [ThreadStatic] private static Pair? t_written;
    [ThreadStatic] private static Pair? t_read;

    public static void Write(FrameBuffer buffer)
    {
        var (culture, ui) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        if (t_written is not { } pair || pair.Culture != culture || pair.UI != ui)
            t_written = pair = new Pair(culture, ui);
        buffer.WriteBytes(pair.Bytes);
    }

    /// <summary>Makes them the current cultures of this thread, if they are not. Gives whether they were not.</summary>
    public static bool Apply(ref PayloadReader payload)
    {
        if (t_read is not { } pair || !payload.TryTake(pair.Bytes))
            t_read = pair = new Pair(Named(payload.ReadText()), Named(payload.ReadText()));
        var changes = false;
        if (CultureInfo.CurrentCulture != pair.Culture)
        {
            changes = true;
            CultureInfo.CurrentCulture = pair.Culture;
        }
        if (CultureInfo.CurrentUICulture != pair.UI)
        {
            changes = true;
            CultureInfo.CurrentUICulture = pair.UI;
        }
        return changes;
    }

    private static CultureInfo Named(string name) =>
        CultureInfo.CurrentCulture is { IsReadOnly: true } current && current.Name == name ? current : CultureInfo.GetCultureInfo(name);

    private sealed class Pair(CultureInfo culture, CultureInfo ui)
    {
        public CultureInfo Culture => culture;

        public CultureInfo UI => ui;

        public byte[] Bytes { get; } = Encode(culture.Name, ui.Name);

        private static byte[] Encode(string culture, string ui)
        {
            var buffer = new FrameBuffer();
            buffer.WriteText(culture);
            buffer.WriteText(ui);
            return buffer.PayloadToArray();
        }
    }
}
