namespace Cases.L1076;

public sealed class ReliefShader
{
    private readonly float[,] _heights;

    public ReliefShader(float[,] heights) => _heights = heights;

    public async Task<byte[,]> ShadeAsync(float azimuth)
    {
        int rows = _heights.GetLength(0);
        int columns = _heights.GetLength(1);
        var shade = new byte[rows, columns];
        float sin = MathF.Sin(azimuth);
        float cos = MathF.Cos(azimuth);
        var pending = new Task[rows];
        for (int r = 0; r < rows; r++)
        {
            int row = r;
            pending[r] = Task.Run(() =>
            {
                for (int c = 0; c < columns; c++)
                {
                    float dx = c + 1 < columns ? _heights[row, c + 1] - _heights[row, c] : 0;
                    float dy = row + 1 < rows ? _heights[row + 1, c] - _heights[row, c] : 0;
                    float light = Math.Clamp(0.5f + dx * cos + dy * sin, 0f, 1f);
                    shade[row, c] = (byte)(light * 255);
                }
            });
        }
        await Task.WhenAll(pending);
        return shade;
    }

    public static async Task Main()
    {
        var heights = new float[48, 48];
        for (int r = 0; r < 48; r++)
        {
            for (int c = 0; c < 48; c++)
            {
                heights[r, c] = MathF.Sin(r * 0.3f) * MathF.Cos(c * 0.2f);
            }
        }
        byte[,] shade = await new ReliefShader(heights).ShadeAsync(0.8f);
        long sum = 0;
        foreach (byte b in shade)
        {
            sum += b;
        }
        Console.WriteLine(sum);
    }
}
