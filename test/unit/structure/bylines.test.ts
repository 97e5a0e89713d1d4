import { expect, test } from 'vitest';
import { bylineOf, namesOf } from '../../../db/structure/bylines.ts';

test.each([
  ['山田太郎', ['山田太郎']], ['田中 花子', ['田中 花子']], ['李小明、王芳', ['李小明', '王芳']], ['李明 王芳', ['李明', '王芳']], ['김민수', ['김민수']], ['ジョン・スミス', ['ジョン・スミス']], ['Li Xiaoming, Park Ji-hoon and Yamada Taro', ['Li Xiaoming', 'Park Ji-hoon', 'Yamada Taro']],
  ['Nguyễn Văn An và Trần Thị Bình', ['Nguyễn Văn An', 'Trần Thị Bình']],
])('%s are names', (line, names) => {
  expect(namesOf(line)).toEqual(names);
});

test.each(['港湾省', '報道発表', '概要', '声明', '議事録', '暫定版', '보도자료', '보고서', '第四泊地における夜間水先', '항만청', 'FOR IMMEDIATE RELEASE', 'Kementerian Pelabuhan', '港湾省水先課'])('%s are none', (line) => {
  expect(namesOf(line)).toBeNull();
});

test.each([['作者：李小明', ['李小明']], ['文／山田太郎', ['山田太郎']], ['글 김민수', ['김민수']], ['Oleh: Budi Santoso', ['Budi Santoso']], ['Tác giả: Nguyễn Văn An', ['Nguyễn Văn An']]])('%s says who wrote a text', (line, names) => {
  expect(bylineOf(line)).toEqual(names);
});
