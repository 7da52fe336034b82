namespace Cases.L1120;

public sealed class FloodModel
{
    private readonly int _width;
    private readonly int _height;
    private float[] _level;
    private float[] _next;

    public FloodModel(int width, int height)
    {
        _width = width;
        _height = height;
        _level = new float[width * height];
        _next = new float[width * height];
    }

    public void Pour(int x, int y, float depth) => _level[y * _width + x] += depth;

    public void Step()
    {
        float[] from = _level;
        float[] to = _next;
        Parallel.For(0, _height, y =>
        {
            int row = y * _width;
            for (int x = 0; x < _width; x++)
            {
                float sum = from[row + x] * 4;
                sum += x > 0 ? from[row + x - 1] : from[row + x];
                sum += x + 1 < _width ? from[row + x + 1] : from[row + x];
                sum += y > 0 ? from[row + x - _width] : from[row + x];
                sum += y + 1 < _height ? from[row + x + _width] : from[row + x];
                to[row + x] = sum / 8;
            }
        });
        _level = to;
        _next = from;
    }

    public float Deepest()
    {
        float deepest = 0;
        foreach (float level in _level)
        {
            deepest = Math.Max(deepest, level);
        }
        return deepest;
    }

    public static void Main()
    {
        var model = new FloodModel(64, 48);
        model.Pour(10, 10, 50f);
        model.Pour(40, 30, 20f);
        for (int step = 0; step < 20; step++)
        {
            model.Step();
        }
        Console.WriteLine(model.Deepest());
    }
}
