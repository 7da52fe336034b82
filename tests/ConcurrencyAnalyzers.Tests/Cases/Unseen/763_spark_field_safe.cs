// The partitioner hands out disjoint ranges: every element of the struct array is changed by one worker only. difficulty: medium
using System.Collections.Concurrent;
using System.Numerics;

namespace Cases.U763;

public struct Spark
{
    public Vector2 Position;
    public Vector2 Velocity;
    public float Age;
}

public sealed class SparkField(int count)
{
    private readonly Spark[] _sparks = new Spark[count];
    private int _frame;

    public int Frame => _frame;

    public void Ignite(Vector2 origin, Func<int, Vector2> velocity)
    {
        for (int i = 0; i < _sparks.Length; i++)
        {
            _sparks[i] = new Spark { Position = origin, Velocity = velocity(i) };
        }
    }

    public void Step(float seconds)
    {
        var gravity = new Vector2(0, -9.81f);
        Parallel.ForEach(Partitioner.Create(0, _sparks.Length), range =>
        {
            for (int i = range.Item1; i < range.Item2; i++)
            {
                ref var spark = ref _sparks[i];
                spark.Velocity += gravity * seconds;
                spark.Position += spark.Velocity * seconds;
                spark.Age += seconds;
            }
        });
        _frame++;
    }

    public int CountYoung(float limit) => _sparks.Count(spark => spark.Age < limit);
}
