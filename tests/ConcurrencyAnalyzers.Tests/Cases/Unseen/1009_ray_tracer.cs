using System.Numerics;

namespace Tracing;

public readonly record struct Ray(Vector3 Origin, Vector3 Direction);

public interface IShape
{
    float? Hit(Ray ray);
}

public sealed record Sphere(Vector3 Centre, float Radius) : IShape
{
    public float? Hit(Ray ray)
    {
        Vector3 oc = ray.Origin - Centre;
        float b = Vector3.Dot(oc, ray.Direction);
        float d = b * b - (oc.LengthSquared() - Radius * Radius);
        return d < 0 ? null : -b - MathF.Sqrt(d);
    }
}

public sealed class Renderer(IReadOnlyList<IShape> scene, int width, int height)
{
    private readonly Random _jitter = new(42);
    private long _rays;

    public long RaysTraced => _rays; // expect: RACE?

    public float[] Render(int samples)
    {
        var image = new float[width * height];
        Parallel.For(0, height, y =>
        {
            for (int x = 0; x < width; x++)
            {
                float sum = 0;
                for (int s = 0; s < samples; s++)
                {
                    sum += Trace(x, y);
                }
                image[y * width + x] = sum / samples;
            }
        });
        return image;
    }

    private float Trace(int x, int y)
    {
        float u = x + _jitter.NextSingle() - width / 2f; // expect: RACE#1
        float v = y + _jitter.NextSingle() - height / 2f; // expect: RACE#1
        _rays++; // expect: RACE, NON_ATOMIC?
        var ray = new Ray(Vector3.Zero, Vector3.Normalize(new Vector3(u, v, width)));
        float nearest = float.MaxValue;
        foreach (IShape shape in scene)
        {
            if (shape.Hit(ray) is float t and > 0 && t < nearest)
            {
                nearest = t;
            }
        }
        return nearest == float.MaxValue ? 0 : 1 / (1 + nearest);
    }
}
