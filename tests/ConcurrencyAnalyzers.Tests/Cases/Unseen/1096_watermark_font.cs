namespace Cases.L1096;

public sealed class GlyphAtlas
{
    private readonly byte[] _data;

    public GlyphAtlas(byte[] data) => _data = data;

    public ReadOnlySpan<byte> Glyph(char c)
    {
        int start = c * 8 % Math.Max(8, _data.Length - 8);
        return _data.AsSpan(start, 8);
    }
}

public static class WatermarkFont
{
    private static readonly Lock LoadLock = new();
    private static volatile GlyphAtlas? s_atlas;

    public static GlyphAtlas Atlas
    {
        get
        {
            GlyphAtlas? atlas = s_atlas;
            if (atlas is not null)
            {
                return atlas;
            }
            lock (LoadLock)
            {
                if (s_atlas is null)
                {
                    byte[] data = File.Exists("atlas.bin") ? File.ReadAllBytes("atlas.bin") : new byte[2048];
                    s_atlas = new GlyphAtlas(data);
                }
                return s_atlas;
            }
        }
    }

    public static void Stamp(Span<byte> target, string text)
    {
        int at = 0;
        foreach (char c in text)
        {
            foreach (byte row in Atlas.Glyph(c))
            {
                target[at++ % target.Length] ^= row;
            }
        }
    }
}

public static class Program
{
    public static async Task Main()
    {
        Task<byte[]>[] images = Enumerable.Range(0, 8).Select(i => Task.Run(() =>
        {
            var image = new byte[256];
            WatermarkFont.Stamp(image, $"proof {i}");
            return image;
        })).ToArray();
        byte[][] done = await Task.WhenAll(images);
        Console.WriteLine(done.SelectMany(image => image).Aggregate(0L, (sum, b) => sum + b));
    }
}
